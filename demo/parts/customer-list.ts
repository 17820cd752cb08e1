import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { CustomerList as Customers, CustomerListItem, Engine } from '../../src/engine/engine.js';
import { avatar } from '../app/avatar.js';
import { formatCount } from '../app/format.js';
import { icon } from '../app/icons.js';
import { LightElement } from '../app/light-element.js';
import { Loader } from '../app/loader.js';
import { emptyState, failure, placeholder } from '../app/messages.js';
import { messageOf, notify } from '../app/notify.js';
import { hrefTo } from '../app/route.js';

const pageSize = 50;

/** Customers by name, with a search. */
@customElement('customer-list')
export class CustomerList extends LightElement {
  @property({ attribute: false }) engine!: Engine; // set by the page before this connects
  /** The one that is open. */
  @property() customerId?: string;
  @state() protected search = '';
  /** The one that had the focus last: Tab comes back to it. */
  @state() protected reached?: string;

  readonly #list = new Loader<Customers>(this, {
    load: (signal) => this.engine.listCustomers({ search: this.search, limit: pageSize }, { signal }),
    subscribe: (listener) => this.engine.subscribe(listener),
    on: ['activities'],
  });

  #type(event: Event): void {
    this.search = (event.target as HTMLInputElement).value;
    void this.#list.reload();
  }

  async #more(): Promise<void> {
    const { value } = this.#list.state;
    if (!value?.next) return;
    try {
      const more = await this.engine.listCustomers({
        search: this.search,
        limit: pageSize,
        cursor: value.next,
      });
      if (this.#list.state.value === value) {
        this.#list.replace({ ...more, customers: [...value.customers, ...more.customers] });
      }
    } catch (error) {
      notify(this, messageOf(error));
    }
  }

  protected override render(): TemplateResult {
    const { state } = this.#list;
    return html`<section class="customer-pane" aria-label="Customers">
      <search class="customer-search">
        <div class="search-box">
          ${icon('search')}
          <input
            type="search"
            aria-label="Search customers"
            placeholder="Name, e-mail or key"
            autocomplete="off"
            spellcheck="false"
            .value=${this.search}
            @input=${this.#type}
          />
        </div>
        <p class="small quiet" role="status">
          ${state.value ? formatCount(state.value.total, 'customer') : ''}
        </p>
      </search>
      ${state.status === 'failed' ? failure(state.error, () => void this.#list.reload()) : nothing}
      ${state.value ? this.#renderResults(state.value) : state.status === 'loading' ? placeholder('customers') : nothing}
    </section>`;
  }

  /** Arrows, Home and End lead through the list, so that it is one stop of the Tab key and not fifty. */
  readonly #moveFocus = (event: KeyboardEvent): void => {
    const links = [...this.querySelectorAll<HTMLElement>('.customer-link')];
    const at = links.indexOf(event.target as HTMLElement);
    const goal = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: links.length - 1 }[event.key];
    if (at < 0 || goal === undefined || links[goal] === undefined) return;
    event.preventDefault();
    links[goal].focus();
  };

  readonly #noteFocus = ({ target }: FocusEvent): void => {
    const at = [...this.querySelectorAll('.customer-link')].indexOf(target as Element);
    this.reached = this.#list.state.value?.customers[at]?.customerId;
  };

  #renderResults({ customers, next }: Customers): TemplateResult {
    if (customers.length === 0) {
      return this.search
        ? emptyState('search', 'Nobody found', 'Try a part of the name, the e-mail or a source key.')
        : emptyState(
            'people',
            'No customers yet',
            'Choose customer tables on the Unify page and run the unification.',
          );
    }
    const find = (id?: string): CustomerListItem | undefined =>
      customers.find(({ customerId }) => customerId === id);
    const entry = find(this.reached) ?? find(this.customerId) ?? customers[0];
    return html`<div class="customer-results">
      <ul @keydown=${this.#moveFocus} @focusin=${this.#noteFocus}>
        ${repeat(
          customers,
          ({ customerId }) => customerId,
          (customer) => this.#renderCustomer(customer, customer === entry),
        )}
      </ul>
      ${
        next
          ? html`<div class="load-more">
              <button class="button" type="button" @click=${() => void this.#more()}>
                Load more customers
              </button>
            </div>`
          : nothing
      }
    </div>`;
  }

  #renderCustomer({ customerId, name, hint }: CustomerListItem, isEntry: boolean): TemplateResult {
    return html`<li>
      <a
        class="customer-link"
        href=${hrefTo({ page: 'customers', customerId })}
        tabindex=${isEntry ? 0 : -1}
        aria-current=${customerId === this.customerId ? 'page' : nothing}
      >
        ${avatar(name)}
        <span class="customer-link-name">${name}</span>
        <span class="customer-link-hint">${hint}</span>
      </a>
    </li>`;
  }
}
