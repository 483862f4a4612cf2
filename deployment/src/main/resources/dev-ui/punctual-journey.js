import { LitElement, css, html } from 'lit';
import { at, between } from './punctual-format.js';
import { style } from './punctual-style.js';

/** One journey: its drawing, and the same in words. */
export class PunctualJourney extends LitElement {
    static styles = [style, css`
        .drawing { overflow-x: auto; }
        svg { width: 100%; min-width: 960px; max-width: 1232px; height: auto; display: block; }
        svg text { fill: var(--lumo-body-text-color); font: 12px var(--lumo-font-family); }
        svg .faint { fill: var(--lumo-secondary-text-color); }
        svg .row { stroke: var(--lumo-contrast-20pct); }
        svg .wait { stroke: var(--lumo-contrast-50pct); stroke-dasharray: 3 3; }
        svg .good { fill: var(--lumo-success-color); }
        svg .bad { fill: var(--lumo-error-color); }
        svg .park { fill: var(--lumo-warning-color, #b7791f); }
        svg .deadline { fill: none; stroke: var(--lumo-error-color); stroke-width: 2; }
        ol { margin: 0; padding: 0; list-style: none; }
        li { display: grid; grid-template-columns: 6em minmax(0, 1fr); gap: var(--lumo-space-s); }
        li span:first-child { text-align: end; font-variant-numeric: tabular-nums; }
    `];
    static properties = { journey: { attribute: false } };

    render() {
        const { correlationId, heading, start, drawing, lanes } = this.journey;
        return html`
            <h2 tabindex="-1">${correlationId}</h2>
            <p class="quiet">${heading}, from <time datetime=${start}>${at(start)}</time></p>
            <div class="drawing" tabindex="0" role="group" aria-label="Drawing">${parsed(drawing)}</div>
            ${lanes.map(lane => html`<section>
                <h3>${lane.title}</h3><p class="quiet">${lane.about}</p>
                <ol>${lane.steps.map(step => html`<li>
                    <span class="quiet">${between(start, step.at)}</span><span>${step.words}</span></li>`)}</ol>
            </section>`)}`;
    }
}

/** The element that a text describes; ours, and well-formed. */
function parsed(svg) {
    return document.importNode(new DOMParser().parseFromString(svg, 'text/html').querySelector('svg'), true);
}

customElements.define('punctual-journey', PunctualJourney);
