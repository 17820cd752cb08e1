import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Engine } from '../../src/engine/engine.js';
import { icon } from '../app/icons.js';
import { LightElement } from '../app/light-element.js';
import { Loader } from '../app/loader.js';
import { hrefTo, type Route } from '../app/route.js';
import type { World } from '../app/worlds.js';

/** How far a workspace is on its way from files to a timeline. */
interface Steps {
  readonly hasTables: boolean;
  readonly hasCustomers: boolean;
  readonly hasActivities: boolean;
}

const seenKey = 'activity-timeline-welcome';

/** What a newcomer has to know, above each page: in own data the next step, in a sample what it is made of. */
@customElement('first-steps')
export class FirstSteps extends LightElement {
  @property({ attribute: false }) engine!: Engine; // set by the shell before this connects
  @property({ attribute: false }) world!: World; // set by the shell before this connects
  @state() protected isSeen = wasSeen();

  readonly #steps = new Loader<Steps>(this, {
    load: async (signal) => {
      const [tables, unified, report] = await Promise.all([
        this.engine.listTables({ signal }),
        this.engine.lastUnification({ signal }),
        this.engine.lastRun({ signal }),
      ]);
      return {
        hasTables: tables.length > 0,
        hasCustomers: (unified?.customers ?? 0) > 0,
        hasActivities: (report?.definitions.length ?? 0) > 0,
      };
    },
    subscribe: (listener) => this.engine.subscribe(listener),
    on: ['tables', 'model', 'activities'],
  });

  #dismiss(): void {
    this.isSeen = true;
    try {
      localStorage.setItem(seenKey, 'yes');
    } catch {
      // Without a storage the lines come back with the next visit.
    }
    document.querySelector<HTMLElement>('main h1')?.focus();
  }

  protected override render(): TemplateResult | typeof nothing {
    if (this.world.featured) return this.isSeen ? nothing : this.#renderWelcome();
    const { value } = this.#steps.state;
    return value && !value.hasActivities ? this.#renderSteps(value) : nothing;
  }

  #renderWelcome(): TemplateResult {
    const { company, description } = this.world;
    const link = (page: 'data' | 'unify' | 'activities', words: string): TemplateResult =>
      html`<a href=${hrefTo({ page })}>${words}</a>`;
    return html`<aside class="first-steps" aria-label="Welcome">
      <p>
        This is <strong>${company}</strong>, ${description}. Its timelines are made of
        ${link('data', 'tables')}, brought together in ${link('unify', 'unified customers')}, by
        ${link('activities', 'activity definitions')}. Change what you like: it stays in this browser.
      </p>
      <div class="commands">
        <a class="button button-primary" href=${hrefTo({ page: 'data' }, 'own')}>Begin with your own files</a>
        <button class="button" type="button" @click=${() => this.#dismiss()}>Got it</button>
      </div>
    </aside>`;
  }

  #renderSteps({ hasTables, hasCustomers, hasActivities }: Steps): TemplateResult {
    const steps: { route: Exclude<Route, { page: 'missing' }>; words: string; isDone: boolean }[] = [
      { route: { page: 'data' }, words: 'Import your files', isDone: hasTables },
      { route: { page: 'unify' }, words: 'Unify your customers', isDone: hasCustomers },
      {
        route: { page: 'activities', ...(hasCustomers && { wizard: { flow: 'all' } }) },
        words: 'Create activities',
        isDone: hasActivities,
      },
    ];
    const next = steps.findIndex(({ isDone }) => !isDone);
    return html`<nav class="first-steps" aria-label="First steps">
      <p>Three steps from your files to a timeline:</p>
      <ol>
        ${steps.map(
          ({ route, words, isDone }, place) =>
            html`<li class=${isDone ? 'done' : place === next ? 'here' : ''}>
              <span class="first-steps-mark" aria-hidden="true">${isDone ? icon('check') : place + 1}</span>
              <a href=${hrefTo(route)} aria-current=${place === next ? 'step' : nothing}>${words}</a>
              ${isDone ? html`<span class="visually-hidden">done</span>` : nothing}
            </li>`,
        )}
      </ol>
    </nav>`;
  }
}

function wasSeen(): boolean {
  try {
    return localStorage.getItem(seenKey) !== null;
  } catch {
    return false;
  }
}
