import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Engine } from '../../src/engine/engine.js';
import type { TableInfo } from '../../src/model/tables.js';
import { icon } from '../app/icons.js';
import { LightElement } from '../app/light-element.js';
import { Loader } from '../app/loader.js';
import { proposeCustomers, type CustomerProposal, type ProposedTable } from '../app/propose-customers.js';

/** A person takes the proposal. */
export class ProposalAcceptEvent extends CustomEvent<{ readonly proposal: CustomerProposal }> {
  constructor(proposal: CustomerProposal) {
    super('proposalaccept', { bubbles: true, detail: { proposal } });
  }
}

/** Which tables seem to hold the customers, and why. Shows nothing while it looks, and when none do. */
@customElement('customer-proposal')
export class CustomerProposalCard extends LightElement {
  @property({ attribute: false }) engine!: Engine; // set by the page before this connects
  /** With their primary keys. */
  @property({ attribute: false }) tables: readonly TableInfo[] = [];

  readonly #proposal = new Loader<CustomerProposal | null>(this, {
    load: (signal) => proposeCustomers(this.engine, this.tables, { signal }),
  });

  protected override render(): TemplateResult | typeof nothing {
    const proposal = this.#proposal.state.value;
    return proposal ? this.#renderProposal(proposal) : nothing;
  }

  #renderProposal(proposal: CustomerProposal): TemplateResult {
    const { kind, customers, contacts } = proposal;
    return html`<section class="card proposal" aria-labelledby="proposal-heading">
      <div>
        <h2 id="proposal-heading">
          ${kind === 'accounts' ? 'These look like your accounts and their contacts' : 'These look like your customers'}
        </h2>
        <p class="quiet">Found by the names of columns and by the keys that tables have in common.</p>
      </div>
      <ul class="stack">
        ${customers.map((found, place) => renderTable(found, customerWords(kind, place), kind === 'accounts' ? 'firm' : 'people'))}
        ${contacts.map((found) => renderTable(found, `Contacts, each of the account in ${found.account}`, 'people'))}
      </ul>
      <div class="commands">
        <button
          class="button button-primary"
          type="button"
          @click=${() => this.dispatchEvent(new ProposalAcceptEvent(proposal))}
        >
          ${icon('check')} Use and unify
        </button>
        <p class="small quiet">Everything can be changed below, now or later.</p>
      </div>
    </section>`;
  }
}

function customerWords(kind: CustomerProposal['kind'], place: number): string {
  if (place > 0) return 'Its rows join a customer above, or make one of their own';
  return kind === 'accounts' ? 'Each row is an account' : 'Each row is a customer';
}

function renderTable(
  { table, names, references }: ProposedTable,
  role: string,
  picture: 'firm' | 'people',
): TemplateResult {
  const [first] = references;
  const reasons = [
    `names in ${names.join(', ')}`,
    ...(first
      ? [`${Math.floor(first.share * 100)} % of ${first.table.table}.${first.column} are keys of its rows`]
      : []),
  ];
  return html`<li class="proposal-table">
    ${icon(picture)}
    <div>
      <p><strong>${table.table}</strong> <span class="quiet">${table.source}</span></p>
      <p>${role}</p>
      <p class="small quiet">Proposed: ${reasons.join('; ')}.</p>
    </div>
  </li>`;
}
