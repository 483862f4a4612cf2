/** Times and numbers as people read them. */

const AT = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'medium' });
const TIME = new Intl.DateTimeFormat(undefined, { timeStyle: 'medium' });

/** An instant in ISO 8601 in the reader's time zone; of today, without the date. */
export function at(iso) {
    const then = new Date(iso);
    return then.toDateString() === new Date().toDateString() ? TIME.format(then) : AT.format(then);
}

/** From one instant to another, with its sign. */
export function between(fromIso, toIso) {
    const millis = new Date(toIso) - new Date(fromIso);
    return (millis < 0 ? '−' : '+') + duration(Math.abs(millis));
}

/** Milliseconds in the largest unit that fits. */
export function duration(millis) {
    const units = [[86_400_000, 'd'], [3_600_000, 'h'], [60_000, 'min'], [1000, 's']];
    const [size, unit] = units.find(([limit]) => millis >= limit) ?? [1, 'ms'];
    const amount = millis / size;
    return `${amount >= 100 || Number.isInteger(amount) ? Math.round(amount) : amount.toFixed(1)} ${unit}`;
}

/** A number with its noun. */
export function count(number, noun) {
    return `${number.toLocaleString()} ${noun}${number === 1 ? '' : 's'}`;
}

/** The name of a class without its package. */
export function simpleName(className) {
    return className.substring(className.lastIndexOf('.') + 1);
}

/** DEADLINE as Deadline, UNKNOWN_TYPE as Unknown type. */
export function words(constant) {
    const text = constant.replaceAll('_', ' ').toLowerCase();
    return text.charAt(0).toUpperCase() + text.substring(1);
}
