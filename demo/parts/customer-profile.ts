import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Engine } from '../../src/engine/engine.js';
import type { ActivityOpenEvent } from '../../src/index.js';
import type { Activity, CustomerProfile as Profile } from '../../src/model/activity.js';
import { icon } from '../app/icons.js';
import { LightElement } from '../app/light-element.js';
import { Loader } from '../app/loader.js';
import { emptyState, failure, placeholder } from '../app/messages.js';
import { hrefTo } from '../app/route.js';
import './explain-dialog.js';
import type { Explained } from './explain-dialog.js';
import { profileCard } from './profile-card.js';

interface ProfileView {
  profile: Profile | null;
  /** Timestamp of the newest activity. */
  last?: string;
  /** Something changed since the activities were made. */
  outOfDate: boolean;
}

/** The address of an activity, for Copy link. */
const linkTo = ({ customerId, activityId }: Activity): string =>
  hrefTo({ page: 'customers', customerId, activityId });

/** One customer: who they are, by which keys the sources know them, and what they did. */
@customElement('customer-profile')
export class CustomerProfile extends LightElement {
  @property({ attribute: false }) engine!: Engine; // set by the page before this connects
  @property() customerId = '';
  /** An activity of theirs that the address leads to. */
  @property() activityId?: string;
  @state() protected explained?: Explained;

  /** The address whose activity was shown: a person may leave it again. */
  #shown = '';

  readonly #view = new Loader<ProfileView>(this, {
    load: async (signal) => {
      const query = {
        customerId: this.customerId,
        timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
        order: 'newest',
        limit: 1,
      } as const;
      const [profile, { last }, run] = await Promise.all([
        this.engine.getCustomer(this.customerId, { signal }),
        this.engine.getSummary(query, { signal }),
        this.engine.lastRun({ signal }),
      ]);
      return { profile, ...(last !== undefined && { last }), outOfDate: run?.outOfDate ?? false };
    },
    subscribe: (listener) => this.engine.subscribe(listener),
    on: ['activities', 'model', 'tables'],
  });

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('customerId') && this.hasUpdated) void this.#view.reload();
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const timeline = this.renderRoot.querySelector('activity-timeline');
    const { activityId } = this;
    const address = `${this.customerId}/${activityId ?? ''}`;
    if (timeline?.customerId !== this.customerId || address === this.#shown) return;
    this.#shown = address;
    if (activityId) void timeline.showActivity(activityId);
  }

  /** The addresses of the invented companies lead nowhere: their links tell where the activity comes from. */
  #explain(event: ActivityOpenEvent): void {
    event.preventDefault();
    const { activityId, customerId } = event.detail.activity;
    this.explained = { activityId, customerId };
  }

  protected override render(): TemplateResult {
    const { state } = this.#view;
    const view = state.value;
    return html`<div class="profile">
      <a class="back-link" href=${hrefTo({ page: 'customers' })}>${icon('back')} Back to customers</a>
      ${state.status === 'failed' ? failure(state.error, () => void this.#view.reload()) : nothing}
      ${
        view?.outOfDate
          ? html`<div class="notice notice-warn">
              ${icon('info')}
              <p>
                <strong>Refresh needed.</strong> Something has changed since the last run.
                <a href=${hrefTo({ page: 'activities' })}>Go to the run</a>
              </p>
            </div>`
          : nothing
      }
      ${view ? this.#renderView(view) : state.status === 'loading' ? placeholder('the customer') : nothing}
    </div>`;
  }

  #renderView({ profile, last }: ProfileView): TemplateResult {
    if (!profile) {
      return html`<section class="card">
        ${emptyState('people', 'There is no such customer', 'The unification may have given them another id. Try the search.')}
      </section>`;
    }
    return html`
      ${profileCard(profile, last)}
      <section class="card timeline-card" aria-label="Activities">
        <activity-timeline
          .adapter=${this.engine}
          .customerId=${profile.customerId}
          .itemLink=${linkTo}
          menu
          @activityopen=${this.#explain}
        ></activity-timeline>
      </section>
      ${
        this.explained
          ? html`<explain-dialog
              .engine=${this.engine}
              .subject=${this.explained}
              @close=${() => (this.explained = undefined)}
            ></explain-dialog>`
          : nothing
      }
    `;
  }
}
