import { LitElement, html, nothing } from 'lit';
import { at, count, simpleName, words } from './punctual-format.js';
import { style } from './punctual-style.js';

/** The groups of a queue; opening one is told by an event. */
export class PunctualGroups extends LitElement {
    static styles = style;
    static properties = { groups: { attribute: false }, filter: {}, queue: {} };

    render() {
        const total = this.groups.reduce((sum, group) => sum + group.count, 0);
        const shown = this.groups.filter(group => this._matches(group));
        if (shown.length === 0) {
            return html`<p class="empty">${this.groups.length === 0 ? html`No dead letters in ${this.queue}.`
                : html`None of ${count(this.groups.length, 'cause')} contains “${this.filter}”. Press Enter to look into
                    the letters.`}</p>`;
        }
        return html`
            <p class="quiet">${count(total, 'letter')} of ${count(this.groups.length, 'cause')} in ${this.queue}</p>
            <table>
                <thead><tr>
                    <th scope="col">Cause</th>
                    <th scope="col" class="wide">Handler</th>
                    <th scope="col" class="number">Letters</th>
                    <th scope="col" class="wide when">First seen</th>
                    <th scope="col" class="wide when">Last seen</th>
                </tr></thead>
                <tbody>${shown.map(group => this._row(group))}</tbody>
            </table>`;
    }

    _row(group) {
        return html`<tr @click=${() => this._open(group)}>
            <td>
                <button class="open">${title(group)}</button>
                ${group.exception ? html`<span class="tag">${words(group.reason)}</span>` : nothing}
                <div class="message">${group.message}</div>
                ${group.exception ? html`<div class="quiet code">${group.fingerprint}</div>` : nothing}
                <div class="narrow quiet">${group.handler || 'no handler'} · last ${at(group.lastSeen)}</div>
            </td>
            <td class="wide">${group.handler || '–'}</td>
            <td class="number">${group.count.toLocaleString()}</td>
            <td class="wide when"><time datetime=${group.firstSeen}>${at(group.firstSeen)}</time></td>
            <td class="wide when"><time datetime=${group.lastSeen}>${at(group.lastSeen)}</time></td>
        </tr>`;
    }

    _matches(group) {
        const text = this.filter.trim().toLowerCase();
        return [group.handler, group.reason, words(group.reason), group.fingerprint, group.exception, group.message]
            .some(fact => fact.toLowerCase().includes(text));
    }

    _open(group) {
        this.dispatchEvent(new CustomEvent('open-group', { detail: group }));
    }
}

/** What a group is called: its exception, else why its letters died. */
export function title(group) {
    return group.exception ? simpleName(group.exception) : words(group.reason);
}

customElements.define('punctual-groups', PunctualGroups);
