import { LitElement, css, html } from 'lit';
import { style } from './punctual-style.js';

/** Says that a queue is out of reach, why, and what to configure. */
export class PunctualProblem extends LitElement {
    static styles = [style, css`
        div {
            border: 1px solid var(--lumo-error-color);
            border-radius: var(--lumo-border-radius-m);
            padding: var(--lumo-space-m);
            overflow-wrap: anywhere;
        }
    `];
    static properties = { source: { attribute: false }, problem: {} };

    render() {
        const { name, queue } = this.source;
        return html`<div role="alert">
            <h2>The dead letters of ${name} are out of reach</h2>
            <p class="code">${this.problem}</p>
            <p>The page reads the queue <span class="code">${queue}</span> with the application's own SQS client. Set
                <span class="code">quarkus.sqs.endpoint-override</span>, <span class="code">quarkus.sqs.aws.region</span> and
                credentials for dev mode, and, where the queue has another name,
                <span class="code">quarkus.punctual.source."${name}".dead-letter-queue.name</span>. The page tries again by
                itself.</p>
        </div>`;
    }
}

customElements.define('punctual-problem', PunctualProblem);
