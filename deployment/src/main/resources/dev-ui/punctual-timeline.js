import { LitElement, css, html, nothing } from 'lit';
import { at, between, count, duration, simpleName } from './punctual-format.js';
import { style } from './punctual-style.js';

/** What happened to an event, from its arrival to its death. */
export class PunctualTimeline extends LitElement {
    static styles = [style, css`
        ol { list-style: none; margin: 0; padding: 0 0 0 var(--lumo-space-s); }
        li {
            position: relative;
            border-inline-start: 2px solid var(--lumo-contrast-30pct);
            padding: 0 0 var(--lumo-space-m) var(--lumo-space-m);
        }
        li:last-child { padding-bottom: 0; }
        li::before {
            content: attr(data-mark);
            position: absolute;
            inset-inline-start: -0.75em;
            width: 1.4em;
            height: 1.4em;
            line-height: 1.4em;
            border-radius: 50%;
            text-align: center;
            font-size: var(--lumo-font-size-s);
            background: var(--lumo-base-color);
            border: 1px solid var(--lumo-contrast-50pct);
            box-sizing: border-box;
        }
        .what { display: flex; flex-wrap: wrap; gap: 0 var(--lumo-space-s); align-items: baseline; }
        .what b { font-weight: 600; }
    `];
    static properties = { letter: { attribute: false } };

    render() {
        const { timeline, attempts } = this.letter;
        return html`
            ${timeline.length < attempts
                ? html`<p class="quiet">${timeline.length} of ${count(attempts, 'attempt')} are kept.</p>` : nothing}
            <ol>${this._steps().map(step => html`<li data-mark=${step.mark}>${step.body}</li>`)}</ol>`;
    }

    _steps() {
        const { arrival, deadline, diedAt, timeline } = this.letter;
        const steps = [this._step(arrival, '↓', 'Arrived')];
        timeline.forEach(attempt => steps.push(this._attempt(attempt)));
        if (deadline !== arrival) {
            steps.push(this._step(deadline, '!', 'Deadline'));
        }
        steps.push(this._step(diedAt, '✕', 'Given up'));
        return steps.sort((one, other) => new Date(one.when) - new Date(other.when));
    }

    _step(when, mark, what, more = nothing) {
        return { when, mark, body: html`<div class="what"><b>${what}</b>
            <span class="quiet"><time datetime=${when}>${at(when)}</time>, ${between(this.letter.arrival, when)}</span></div>
            ${more}` };
    }

    _attempt(attempt) {
        const more = html`
            <div><span class="code">${simpleName(attempt.exception)}</span>${attempt.message ? `: ${attempt.message}` : ''}</div>
            <div class="quiet">took ${duration(attempt.millis)} in ${attempt.function}, request
                <span class="code">${attempt.requestId}</span></div>`;
        return this._step(attempt.start, attempt.number, `Attempt ${attempt.number} failed`, more);
    }
}

customElements.define('punctual-timeline', PunctualTimeline);
