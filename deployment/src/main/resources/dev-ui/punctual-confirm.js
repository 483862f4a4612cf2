import { LitElement, html, nothing } from 'lit';
import '@vaadin/button';
import '@vaadin/confirm-dialog';
import '@vaadin/text-field';

/** Asks before letters are redriven or discarded; Enter confirms, Escape cancels. Discarding needs a reason. */
export class PunctualConfirm extends LitElement {
    static properties = { ask: { attribute: false }, _why: { state: true } };

    constructor() {
        super();
        this.ask = null;
        this._why = '';
    }

    // In the page's own tree, where Dev UI's styles for dialogs reach.
    createRenderRoot() {
        return this;
    }

    willUpdate(changed) {
        if (changed.has('ask') && this.ask) {
            this._why = '';
        }
    }

    render() {
        const ask = this.ask;
        const discard = ask?.action === 'discard';
        return html`<vaadin-confirm-dialog .opened=${ask !== null} cancel-button-visible
                header=${ask ? `${discard ? 'Discard' : 'Redrive'} ${ask.what}?` : ''}
                @confirm=${this._confirm} @cancel=${this._cancel}>
            ${ask ? html`<div>${ask.consequence}</div>` : nothing}
            ${discard ? this._reason() : nothing}
            <vaadin-button slot="confirm-button" theme=${discard ? 'primary error' : 'primary'}
                ?disabled=${discard && !this._why.trim()}>${discard ? 'Discard' : 'Redrive'}</vaadin-button>
        </vaadin-confirm-dialog>`;
    }

    _reason() {
        return html`<vaadin-text-field label="Reason, for the audit" required autofocus style="width: 100%"
            .value=${this._why} @value-changed=${event => { this._why = event.detail.value; }}
            @keydown=${this._onKey}></vaadin-text-field>`;
    }

    _onKey(event) {
        if (event.key === 'Enter' && this._why.trim()) {
            event.preventDefault();
            this._confirm();
        }
    }

    _confirm() {
        this.dispatchEvent(new CustomEvent('confirmed', { detail: { ...this.ask, why: this._why.trim() } }));
    }

    _cancel() {
        this.dispatchEvent(new CustomEvent('cancelled'));
    }
}

customElements.define('punctual-confirm', PunctualConfirm);
