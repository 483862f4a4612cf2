import { QwcHotReloadElement, css, html, nothing } from 'qwc-hot-reload-element';
import { JsonRpc } from 'jsonrpc';
import '@vaadin/button';
import '@vaadin/progress-bar';
import '@vaadin/text-field';
import './punctual-journey.js';
import { at, count, words } from './punctual-format.js';
import { style } from './punctual-style.js';

const POLL_MILLIS = 3000;

/** The journeys that the running application has seen: the latest ones, and one in full. */
export class QwcPunctualJourneys extends QwcHotReloadElement {
    jsonRpc = new JsonRpc(this, false);

    static styles = [style, css`
        :host { padding: 0 var(--lumo-space-m) var(--lumo-space-m); }
        .bar { display: flex; flex-wrap: wrap; gap: var(--lumo-space-s); align-items: end; padding-bottom: var(--lumo-space-s); }
        .bar vaadin-text-field { flex: 1 1 14em; }
        nav { padding-bottom: var(--lumo-space-s); }
    `];

    static properties = {
        _rows: { state: true }, _filter: { state: true }, _id: { state: true }, _journey: { state: true }, _problem: { state: true },
    };

    constructor() {
        super();
        this._rows = null;
        this._filter = '';
        this._id = null;
        this._journey = null;
        this._problem = '';
    }

    connectedCallback() {
        super.connectedCallback();
        this.hotReload();
    }

    disconnectedCallback() {
        clearTimeout(this._timer);
        super.disconnectedCallback();
    }

    /** Asks again and again while the page is open, since events go on arriving; a reloaded application begins anew. */
    async hotReload() {
        clearTimeout(this._timer);
        if (!document.hidden || this._rows === null) {
            await this._load();
        }
        if (this.isConnected) {
            this._timer = setTimeout(() => this.hotReload(), POLL_MILLIS);
        }
    }

    async _load() {
        const id = this._id;
        const filter = this._filter.trim();
        try {
            if (id === null) {
                const rows = (await this.jsonRpc.journeys({ text: filter })).result;
                if (filter === this._filter.trim()) {
                    this._rows = rows;
                }
            } else {
                const answer = (await this.jsonRpc.journey({ correlationId: id })).result;
                if (id === this._id) {
                    this._journey = answer.value;
                }
            }
            this._problem = '';
        } catch (failure) {
            this._problem = failure?.error?.message ?? String(failure);
        }
    }

    render() {
        if (this._rows === null) {
            return html`<vaadin-progress-bar indeterminate></vaadin-progress-bar>`;
        }
        return html`
            <div role="status">${this._problem ? html`<p class="said">${this._problem}</p>` : nothing}</div>
            ${this._id === null ? this._renderList() : this._renderJourney()}`;
    }

    _renderList() {
        return html`
            <div class="bar">
                <vaadin-text-field label="Find journeys" placeholder="correlation id" clear-button-visible .value=${this._filter}
                    @value-changed=${event => this._find(event.detail.value)}></vaadin-text-field>
                <vaadin-button theme="tertiary" @click=${this._load}>Refresh</vaadin-button>
            </div>
            ${this._rows.length === 0 ? this._renderNone() : html`<table>
                <thead><tr>
                    <th scope="col">Correlation id</th>
                    <th scope="col">Worst outcome</th>
                    <th scope="col" class="number">Events</th>
                    <th scope="col" class="wide when">First arrival</th>
                    <th scope="col" class="wide when">Last step</th>
                </tr></thead>
                <tbody>${this._rows.map(row => this._renderRow(row))}</tbody>
            </table>`}`;
    }

    _renderNone() {
        return html`<p class="empty">${this._filter.trim() ? html`No journey's id contains “${this._filter.trim()}”.`
            : 'No event was seen since the application started.'}</p>`;
    }

    _renderRow(row) {
        return html`<tr @click=${() => this._open(row.correlationId)}>
            <td><button class="open">${row.correlationId}</button>
                <div class="narrow quiet">${count(row.steps, 'step')}, last ${at(row.last)}</div></td>
            <td><span class="tag">${words(row.fate)}</span></td>
            <td class="number">${row.events.toLocaleString()}</td>
            <td class="wide when"><time datetime=${row.start}>${at(row.start)}</time></td>
            <td class="wide when"><time datetime=${row.last}>${at(row.last)}</time></td>
        </tr>`;
    }

    _renderJourney() {
        return html`
            <nav><vaadin-button theme="tertiary small" @click=${this._back}>← Back</vaadin-button></nav>
            ${this._journey ? html`<punctual-journey .journey=${this._journey}></punctual-journey>`
                : html`<p class="empty">Nothing is known of this journey any more.</p>`}`;
    }

    _find(text) {
        if (text !== this._filter) {
            this._filter = text;
            this._load();
        }
    }

    async _open(id) {
        this._id = id;
        await this._load();
        await this.updateComplete;
        const part = this.renderRoot.querySelector('punctual-journey');
        await part?.updateComplete;
        part?.renderRoot.querySelector('h2')?.focus();
    }

    _back() {
        this._id = null;
        this._journey = null;
        return this._load();
    }
}

customElements.define('qwc-punctual-journeys', QwcPunctualJourneys);
