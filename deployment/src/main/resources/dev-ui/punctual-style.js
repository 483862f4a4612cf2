import { css } from 'lit';

/** What the parts of the page have in common; Lumo's properties follow Dev UI's light and dark themes. */
export const style = css`
    :host {
        display: block;
        container-type: inline-size;
        color: var(--lumo-body-text-color);
    }
    h2, h3 { margin: 0; overflow-wrap: anywhere; line-height: var(--lumo-line-height-xs); }
    h2 { font-size: var(--lumo-font-size-xl); }
    h3 { font-size: var(--lumo-font-size-l); padding: var(--lumo-space-m) 0 var(--lumo-space-s); }
    h2:focus { outline: none; }
    p { margin: var(--lumo-space-xs) 0; }
    .quiet { color: var(--lumo-secondary-text-color); font-size: var(--lumo-font-size-s); }
    .code { font-family: monospace; font-size: var(--lumo-font-size-s); overflow-wrap: anywhere; }
    .tag {
        border: 1px solid var(--lumo-contrast-30pct);
        border-radius: var(--lumo-border-radius-s);
        padding: 0 var(--lumo-space-xs);
        font-size: var(--lumo-font-size-xs);
        white-space: nowrap;
    }
    .head {
        display: flex;
        flex-wrap: wrap;
        gap: var(--lumo-space-s);
        align-items: center;
        justify-content: space-between;
        padding-bottom: var(--lumo-space-s);
    }
    .actions { display: flex; gap: var(--lumo-space-s); }
    table { width: 100%; border-collapse: collapse; table-layout: fixed; }
    th {
        text-align: start;
        font-size: var(--lumo-font-size-s);
        font-weight: 600;
        color: var(--lumo-secondary-text-color);
        border-bottom: 1px solid var(--lumo-contrast-20pct);
    }
    th, td { padding: var(--lumo-space-s); vertical-align: top; overflow-wrap: anywhere; }
    td { border-bottom: 1px solid var(--lumo-contrast-10pct); }
    tbody tr { cursor: pointer; }
    tbody tr:hover { background: var(--lumo-contrast-5pct); }
    .number { text-align: end; width: 5.5em; }
    .when { width: 12em; }
    .open {
        all: unset;
        cursor: pointer;
        font-weight: 600;
        color: var(--lumo-primary-text-color);
        overflow-wrap: anywhere;
    }
    .open:hover { text-decoration: underline; }
    .open:focus-visible { outline: 2px solid var(--lumo-primary-color); outline-offset: 2px; border-radius: 2px; }
    .message {
        display: -webkit-box;
        -webkit-line-clamp: 2;
        -webkit-box-orient: vertical;
        overflow: hidden;
    }
    .said:not(:empty) {
        border-inline-start: 3px solid var(--lumo-primary-color);
        padding-inline-start: var(--lumo-space-s);
        margin-bottom: var(--lumo-space-m);
    }
    .empty { padding: var(--lumo-space-l) 0; color: var(--lumo-secondary-text-color); }
    .narrow { display: none; }
    @container (max-width: 640px) {
        .wide { display: none; }
        .narrow { display: block; }
    }
`;
