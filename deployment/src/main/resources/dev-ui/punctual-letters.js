import { LitElement, html, nothing } from 'lit';
import '@vaadin/button';
import { at, count } from './punctual-format.js';
import { style } from './punctual-style.js';

/** Letters of a group, or that were searched for; opening one, and what is to be done to all, is told by events. */
export class PunctualLetters extends LitElement {
    static styles = style;
    static properties = { page: { attribute: false }, heading: {}, about: {}, whole: { type: Boolean } };

    render() {
        const { rows, count: all } = this.page;
        return html`
            <div class="head">
                <div><h2 tabindex="-1">${this.heading}</h2><p class="quiet">${this.about}</p></div>
                ${this.whole && all > 0 ? this._actions(all) : nothing}
            </div>
            <p class="quiet">${rows.length < all ? `The latest ${rows.length} of ${count(all, 'letter')}`
                : count(all, 'letter')}</p>
            ${all === 0 ? html`<p class="empty">No letters here.</p>` : this._table(rows)}`;
    }

    _actions(all) {
        return html`<div class="actions">
            <vaadin-button theme="primary" @click=${() => this._tell('redrive')}>Redrive ${all.toLocaleString()}</vaadin-button>
            <vaadin-button theme="error" @click=${() => this._tell('discard')}>Discard ${all.toLocaleString()}</vaadin-button>
        </div>`;
    }

    _table(rows) {
        return html`<table>
            <thead><tr>
                <th scope="col">Letter</th>
                <th scope="col" class="wide">Message</th>
                <th scope="col" class="number">Attempts</th>
                <th scope="col" class="wide when">Died</th>
            </tr></thead>
            <tbody>${rows.map(row => this._row(row))}</tbody>
        </table>`;
    }

    _row(row) {
        return html`<tr @click=${() => this._tell('open-letter', row.id)}>
            <td>
                <button class="open">${row.eventId || row.id}</button>
                <div class="quiet">${[row.type, row.correlationId].filter(it => it).join(' · ')}
                    ${row.redriven > 0 ? html`<span class="tag">redriven ${row.redriven} ×</span>` : nothing}</div>
                ${row.eventId ? html`<div class="quiet code">${row.id}</div>` : nothing}
                <div class="narrow">${row.message}</div>
                <div class="narrow quiet">died ${at(row.diedAt)}</div>
            </td>
            <td class="wide"><div class="message">${row.message}</div></td>
            <td class="number">${row.attempts.toLocaleString()}</td>
            <td class="wide when"><time datetime=${row.diedAt}>${at(row.diedAt)}</time></td>
        </tr>`;
    }

    _tell(what, detail) {
        this.dispatchEvent(new CustomEvent(what, { detail }));
    }
}

customElements.define('punctual-letters', PunctualLetters);
