import { LitElement, css, html, nothing } from 'lit';
import '@vaadin/button';
import { count, words } from './punctual-format.js';
import { style } from './punctual-style.js';
import './punctual-timeline.js';

/** One letter in full; what is to be done to it is told by events. */
export class PunctualLetter extends LitElement {
    static styles = [style, css`
        .columns { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); gap: 0 var(--lumo-space-l); }
        pre {
            margin: 0;
            padding: var(--lumo-space-s);
            background: var(--lumo-contrast-5pct);
            border-radius: var(--lumo-border-radius-m);
            font-size: var(--lumo-font-size-s);
            line-height: 1.4;
            overflow: auto;
            max-height: 28em;
        }
        pre:focus-visible { outline: 2px solid var(--lumo-primary-color); }
        dl { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: var(--lumo-space-xs) var(--lumo-space-m); margin: 0; }
        dt { color: var(--lumo-secondary-text-color); font-size: var(--lumo-font-size-s); }
        dd { margin: 0; }
        @container (max-width: 800px) {
            .columns { grid-template-columns: minmax(0, 1fr); }
        }
    `];
    static properties = { letter: { attribute: false } };

    render() {
        const { id, reason, detail, facts } = this.letter;
        return html`
            <div class="head">
                <div><h2 tabindex="-1">${detail}</h2>
                    <p><span class="tag">${words(reason)}</span> <span class="quiet code">${id}</span></p></div>
                <div class="actions">
                    <vaadin-button theme="primary" @click=${() => this._tell('redrive')}>Redrive</vaadin-button>
                    <vaadin-button theme="error" @click=${() => this._tell('discard')}>Discard</vaadin-button>
                </div>
            </div>
            <div class="columns">
                <section><h3>Payload</h3>${this._payload()}</section>
                <section><h3>Timeline</h3><punctual-timeline .letter=${this.letter}></punctual-timeline></section>
            </div>
            <section><h3>Facts</h3><dl>${facts.map(fact =>
                html`<dt>${fact.name}</dt><dd class="code">${fact.value}</dd>`)}</dl></section>`;
    }

    _payload() {
        const { form, text, size, note } = this.letter.payload;
        return html`
            ${form === 'missing' ? nothing : html`<p class="quiet">${form}, ${count(size, 'byte')} on the wire</p>`}
            ${note ? html`<p>${note}</p>` : nothing}
            ${text ? html`<pre tabindex="0" aria-label="Payload">${text}</pre>` : nothing}`;
    }

    _tell(what) {
        this.dispatchEvent(new CustomEvent(what));
    }
}

customElements.define('punctual-letter', PunctualLetter);
