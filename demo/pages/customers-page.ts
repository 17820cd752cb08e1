import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Engine } from '../../src/engine/engine.js';
import { LightElement } from '../app/light-element.js';
import { hrefTo } from '../app/route.js';
import type { World } from '../app/worlds.js';
import '../parts/customer-list.js';
import '../parts/customer-profile.js';

/** From this width on, list and profile stand side by side. The style sheet has the same number. */
const sideBySide = matchMedia('(min-width: 841px)');

/** Customers that are looked at for one to begin with. */
const looked = 50;

/** An address that says no more than the world, as the very first one does. */
const isFirstVisit = (): boolean => !location.hash.includes('/customers');

/** All customers beside the profile of one. */
@customElement('customers-page')
export class CustomersPage extends LightElement {
  @property({ attribute: false }) engine!: Engine; // set by the shell before this connects
  /** The sample data's best-known customer. */
  @property({ attribute: false }) featured?: World['featured'];
  @property() customerId?: string;
  /** An activity of theirs that the address leads to. */
  @property() activityId?: string;
  #wasShown = false;

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    // An address without a customer shows one all the same where there is room, and on the very first visit.
    if (changed.has('customerId') && this.#wasShown && !sideBySide.matches) this.#followFocus();
    this.#wasShown = true;
    if (!this.customerId && (sideBySide.matches || isFirstVisit())) void this.#showFirst();
  }

  /** Where list and profile take turns, the focus goes to the one that came; the other is gone. */
  #followFocus(): void {
    const target = this.customerId ? '.customer-main' : 'h1';
    this.renderRoot.querySelector<HTMLElement>(target)?.focus();
    scrollTo(0, 0);
  }

  /** The sample data's best-known customer, in other data the first one. */
  async #showFirst(): Promise<void> {
    const known = this.featured && (await this.engine.resolveCustomer(this.featured).catch(() => null));
    const customerId = known ?? (await this.#firstWithActivities());
    if (!customerId || this.customerId || !this.isConnected) return;
    history.replaceState(null, '', hrefTo({ page: 'customers', customerId }));
    dispatchEvent(new HashChangeEvent('hashchange'));
  }

  /** In the order of the list the first customer who has a history; the first of all when none of the nearest has. */
  async #firstWithActivities(): Promise<string | undefined> {
    const { customers } = await this.engine.listCustomers({ limit: looked });
    for (const { customerId } of customers) {
      const { total } = await this.engine.getSummary({
        customerId,
        timeZone: 'UTC',
        order: 'newest',
        limit: 1,
      });
      if (total > 0) return customerId;
    }
    return customers[0]?.customerId;
  }

  protected override render(): TemplateResult {
    const { engine, customerId } = this;
    return html`<div class="customers ${customerId ? '' : 'customers-list-only'}">
      <h1 class="visually-hidden" tabindex="-1">Customers</h1>
      <customer-list .engine=${engine} .customerId=${customerId}></customer-list>
      <section class="customer-main" aria-label="Customer" tabindex="-1">
        ${
          customerId
            ? html`<customer-profile
                .engine=${engine}
                .customerId=${customerId}
                .activityId=${this.activityId}
              ></customer-profile>`
            : nothing
        }
      </section>
    </div>`;
  }
}
