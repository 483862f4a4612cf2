import { QwcHotReloadElement, css, html, nothing } from 'qwc-hot-reload-element';
import { JsonRpc } from 'jsonrpc';
import '@vaadin/button';
import '@vaadin/progress-bar';
import '@vaadin/select';
import '@vaadin/text-field';
import './punctual-confirm.js';
import './punctual-letter.js';
import './punctual-letters.js';
import './punctual-problem.js';
import { title } from './punctual-groups.js';
import { count } from './punctual-format.js';
import { sentences } from './punctual-outcome.js';
import { style } from './punctual-style.js';

const POLL_MILLIS = 3000;

/** The dead letters of the running application: what is shown, and every call to it. */
export class QwcPunctualDeadLetters extends QwcHotReloadElement {
    // Payloads stay out of Dev UI's log of messages.
    jsonRpc = new JsonRpc(this, false);

    static styles = [style, css`
        :host { padding: 0 var(--lumo-space-m) var(--lumo-space-m); }
        .bar { display: flex; flex-wrap: wrap; gap: var(--lumo-space-s); align-items: end; }
        .bar vaadin-text-field { flex: 1 1 14em; }
        nav { padding-bottom: var(--lumo-space-s); }
        .busy { height: var(--lumo-space-l); }
        @container (max-width: 640px) {
            .bar vaadin-select { flex: 1 1 100%; }
        }
    `];

    static properties = {
        _sources: { state: true }, _source: { state: true }, _sizes: { state: true }, _filter: { state: true },
        _path: { state: true }, _shown: { state: true }, _problem: { state: true }, _busy: { state: true }, _ask: { state: true },
        _said: { state: true },
    };

    constructor() {
        super();
        this._sources = null;
        this._sizes = {};
        this._filter = '';
        this._path = [{ kind: 'groups' }];
        this._shown = null;
        this._problem = '';
        this._busy = 0;
        this._round = 0;
        this._ask = null;
        this._said = '';
    }

    connectedCallback() {
        super.connectedCallback();
        this.hotReload();
    }

    disconnectedCallback() {
        clearTimeout(this._timer);
        super.disconnectedCallback();
    }

    async hotReload() {
        clearTimeout(this._timer);
        // Answers of an application that is gone never come.
        this._busy = 0;
        this._sources = (await this.jsonRpc.sources()).result;
        this._source = this._sources.find(it => it.name === this._source?.name) ?? this._sources[0];
        if (this._source) {
            await this._load();
            this._poll();
        }
    }

    get _view() {
        return this._path[this._path.length - 1];
    }

    /** Shows what the view is of; an answer that comes after the reader went on is dropped. */
    async _load() {
        const view = this._view;
        const answer = await this._answer(this._fetch(view));
        if (view === this._view) {
            this._problem = answer.problem;
            this._shown = answer.problem ? null : { kind: view.kind, value: answer.value };
        }
    }

    /** What a call comes to: a value or a problem. */
    async _answer(call) {
        this._busy++;
        try {
            return (await call).result;
        } catch (failure) {
            return { value: null, problem: failure?.error?.message ?? String(failure) };
        } finally {
            this._busy = Math.max(0, this._busy - 1);
        }
    }

    _fetch(view) {
        const source = this._source.name;
        switch (view.kind) {
            case 'groups': return this.jsonRpc.groups({ source });
            case 'group': return this.jsonRpc.group({ source, ...key(view.group) });
            case 'search': return this.jsonRpc.search({ source, text: view.text });
            default: return this.jsonRpc.letter({ source, id: view.id });
        }
    }

    /** Asks how many letters there are, which holds none of them; looks at them only where that changed. */
    async _poll() {
        const round = ++this._round;
        if (!document.hidden && !this._busy) {
            const before = this._size;
            this._sizes = await this.jsonRpc.sizes().then(answer => answer.result, () => this._sizes);
            const changed = before !== undefined && this._size !== before;
            if (!this._busy && (changed || (this._problem && this._size !== null))) {
                await this._load();
            }
        }
        if (this.isConnected && round === this._round) {
            this._timer = setTimeout(() => this._poll(), POLL_MILLIS);
        }
    }

    get _size() {
        return this._sizes[this._source.name]?.value;
    }

    render() {
        if (!this._sources) {
            return html`<vaadin-progress-bar indeterminate></vaadin-progress-bar>`;
        }
        if (!this._source) {
            return html`<p class="empty">This application has no @OnEvent method, so nothing can become a dead letter.</p>`;
        }
        return html`
            ${this._renderBar()}
            <div class="busy">${this._busy ? html`<vaadin-progress-bar indeterminate></vaadin-progress-bar>` : nothing}</div>
            <div role="status" class="said">${this._said}</div>
            ${this._path.length > 1 ? this._renderPath() : nothing}
            ${this._problem
                ? html`<punctual-problem .source=${this._source} .problem=${this._problem}></punctual-problem>`
                : this._renderShown()}
            <punctual-confirm .ask=${this._ask} @confirmed=${event => this._act(event.detail)}
                @cancelled=${() => { this._ask = null; }}></punctual-confirm>`;
    }

    _renderBar() {
        return html`<div class="bar">
            ${this._sources.length > 1 ? html`<vaadin-select label="Source" .items=${this._sources.map(source =>
                ({ label: source.name, value: source.name }))} .value=${this._source.name}
                @value-changed=${event => this._choose(event.detail.value)}></vaadin-select>` : nothing}
            <vaadin-text-field label="Find letters" placeholder="id, type, correlation id, text of an exception"
                clear-button-visible .value=${this._filter}
                @value-changed=${event => { this._filter = event.detail.value; }}
                @keydown=${event => event.key === 'Enter' && this._search()}></vaadin-text-field>
            <vaadin-button @click=${this._search} ?disabled=${!this._filter.trim()}>Find</vaadin-button>
            <vaadin-button theme="tertiary" @click=${this._load}>Refresh</vaadin-button>
        </div>`;
    }

    _renderPath() {
        return html`<nav><vaadin-button theme="tertiary small" @click=${this._back}>← Back</vaadin-button></nav>`;
    }

    _renderShown() {
        switch (this._shown?.kind) {
            case 'groups': return html`<punctual-groups .groups=${this._shown.value} .filter=${this._filter}
                .queue=${this._source.queue} @open-group=${event => this._go({ kind: 'group', group: event.detail })}>
                </punctual-groups>`;
            case 'group': return this._renderLetters(title(this._view.group ?? {}), this._view.group.message, true);
            case 'search': return this._renderLetters(`Letters that mention “${this._view.text}”`, '', false);
            case 'letter': return this._renderLetter();
            default: return nothing;
        }
    }

    _renderLetters(heading, about, whole) {
        return html`<punctual-letters .page=${this._shown.value} .heading=${heading} .about=${about} .whole=${whole}
            @open-letter=${event => this._go({ kind: 'letter', id: event.detail })}
            @redrive=${() => this._askFor('redrive')} @discard=${() => this._askFor('discard')}></punctual-letters>`;
    }

    _renderLetter() {
        return this._shown.value
            ? html`<punctual-letter .letter=${this._shown.value} @redrive=${() => this._askFor('redrive')}
                @discard=${() => this._askFor('discard')}></punctual-letter>`
            : html`<p class="empty">This letter is no longer in ${this._source.queue}: somebody redrove or discarded it.</p>`;
    }

    _choose(name) {
        if (name && name !== this._source.name) {
            this._source = this._sources.find(source => source.name === name);
            this._start();
        }
    }

    _start() {
        this._path = [{ kind: 'groups' }];
        this._shown = null;
        return this._load();
    }

    async _go(view) {
        this._said = '';
        this._path = [...this._path, view];
        this._shown = null;
        await this._load();
        await this._focusHeading();
    }

    async _focusHeading() {
        await this.updateComplete;
        const part = this.renderRoot.querySelector('punctual-letters, punctual-letter');
        await part?.updateComplete;
        part?.renderRoot.querySelector('h2')?.focus();
    }

    _back() {
        this._path = this._path.slice(0, -1);
        this._shown = null;
        return this._load();
    }

    _search() {
        const text = this._filter.trim();
        if (text) {
            this._path = this._path.slice(0, 1);
            this._go({ kind: 'search', text });
        }
    }

    _askFor(action) {
        const view = this._view;
        const number = view.kind === 'group' ? this._shown.value.count : 1;
        this._ask = {
            action,
            view,
            what: view.kind === 'group' ? count(number, 'letter') : 'this letter',
            consequence: action === 'redrive'
                ? `${number === 1 ? 'Its event goes' : 'Their events go'} to ${this._source.retryQueue} with a new time budget.`
                : `${number === 1 ? 'It is' : 'They are'} removed from ${this._source.queue} for good.`,
        };
    }

    async _act({ action, view, why }) {
        this._ask = null;
        const answer = await this._answer(this._call(action, view, why));
        this._said = answer.problem || sentences(action, answer.value, this._source.retryQueue);
        await this._start();
    }

    _call(action, view, why) {
        const where = { source: this._source.name, ...(view.kind === 'group' ? key(view.group) : { id: view.id }) };
        const method = action + (view.kind === 'group' ? 'Group' : 'Letter');
        return this.jsonRpc[method](action === 'discard' ? { ...where, why } : where);
    }
}

function key({ handler, reason, fingerprint }) {
    return { handler, reason, fingerprint };
}

customElements.define('qwc-punctual-dead-letters', QwcPunctualDeadLetters);
