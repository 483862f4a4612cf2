import { count } from './punctual-format.js';

/** What became of letters, in sentences. */
export function sentences(action, outcome, retryQueue) {
    const said = [action === 'redrive' ? `${count(outcome.done, 'event')} sent to ${retryQueue}.`
        : `${count(outcome.done, 'letter')} discarded.`];
    if (outcome.quarantined > 0) {
        said.push(`${count(outcome.quarantined, 'letter')} left alone: redriven too often.`);
    }
    if (outcome.failed > 0) {
        said.push(`${count(outcome.failed, 'letter')} failed: ${outcome.failures.join('; ')}.`);
    }
    if (!outcome.complete) {
        said.push('It ended early; do it again for the rest.');
    }
    return said.join(' ');
}
