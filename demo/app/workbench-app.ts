import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import type { Engine } from '../../src/engine/engine.js';
import { failure } from './messages.js';
import { icon, type WorkbenchIcon } from './icons.js';
import { LightElement } from './light-element.js';
import { notify, type Notice, type NoticeAction, type NotifyEvent } from './notify.js';
import { hrefTo, parseRoute, parseWorld, type Route } from './route.js';
import { worldSwitch } from './world-switch.js';
import { dataFolder, worldOf, type WorldId } from './worlds.js';
import { Workspaces, type Workspace } from './workspaces.js';
import '../pages/activities-page.js';
import '../pages/customers-page.js';
import '../pages/data-page.js';
import '../pages/table-page.js';
import '../pages/unify-page.js';
import '../parts/file-drop.js';
import '../parts/first-steps.js';

type PageName = Exclude<Route['page'], 'missing'>;

const pages: readonly { page: PageName; title: string; picture: WorkbenchIcon }[] = [
  { page: 'customers', title: 'Customers', picture: 'people' },
  { page: 'data', title: 'Data', picture: 'table' },
  { page: 'unify', title: 'Unify', picture: 'merge' },
  { page: 'activities', title: 'Activities', picture: 'pulse' },
];

/** How long a notice stays; one that offers something has to be read and reached. */
const noticeMs = 8000;
const offerMs = 30_000;

/** The workbench: opens the workspace of the world that the address names, then shows the page. */
@customElement('workbench-app')
export class WorkbenchApp extends LightElement {
  @state() protected world: WorldId = parseWorld(location.hash);
  @state() protected route: Route = parseRoute(location.hash);
  @state() protected notice?: Notice;
  readonly #workspaces = new Workspaces(this);
  /** Where the person was in each world. */
  readonly #places = new Map<WorldId, string>();
  #noticeTimer = 0;

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('hashchange', this.#go);
    for (const type of ['dragover', 'drop'] as const) addEventListener(type, this.#refuseEarly);
    this.addEventListener('notify', this.#notice);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('hashchange', this.#go);
    for (const type of ['dragover', 'drop'] as const) removeEventListener(type, this.#refuseEarly);
    this.removeEventListener('notify', this.#notice);
    clearTimeout(this.#noticeTimer);
  }

  async #open(): Promise<void> {
    const { world } = this;
    await this.#workspaces.open(world);
    const workspace = this.#workspaces.get(world);
    if (workspace.status === 'open' && workspace.engine.persistence === 'memory') {
      notify(this, 'This browser keeps nothing for this page: the workspace is gone when you leave.');
    }
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    document.title = `${this.#title} – ${worldOf(this.world).company} – Activity timeline workbench`;
    if (changed.has('world')) void this.#open();
  }

  readonly #go = (): void => {
    const { route: before, world } = this;
    this.world = parseWorld(location.hash);
    this.route = parseRoute(location.hash);
    this.#places.set(this.world, location.hash);
    if (this.notice?.action?.leadsTo === this.route.page) this.#dismiss();
    void this.updateComplete.then(() => {
      // The person chose another world and stays at the switch.
      if (world !== this.world) return;
      // From one customer to the next the person is in the list and stays there.
      if (before.page === 'customers' && this.route.page === 'customers') return;
      scrollTo(0, 0);
      this.#focusHeading();
    });
  };

  /** The browser would show files that are dropped before there is a workspace in place of this page. */
  readonly #refuseEarly = (event: DragEvent): void => {
    const isReady = this.#workspaces.get(this.world).status === 'open';
    if (isReady || !event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    if (event.type === 'drop')
      notify(this, 'The workspace is still opening. Drop the files again in a moment.');
  };

  readonly #notice = (event: Event): void => {
    this.notice = (event as NotifyEvent).detail;
    clearTimeout(this.#noticeTimer);
    this.#noticeTimer = window.setTimeout(this.#dismiss, this.notice.action ? offerMs : noticeMs);
  };

  readonly #dismiss = (): void => {
    this.notice = undefined;
  };

  /** Pages that still load have their heading already. */
  #focusHeading(): void {
    this.renderRoot.querySelector<HTMLElement>('main h1')?.focus();
  }

  get #title(): string {
    const { page } = this.route;
    return pages.find((known) => known.page === page)?.title ?? 'Not found';
  }

  #placeIn(world: WorldId): string {
    return world === this.world ? location.hash : (this.#places.get(world) ?? `#/${world}`);
  }

  protected override render(): TemplateResult {
    const workspace = this.#workspaces.get(this.world);
    const engine = workspace.status === 'open' ? workspace.engine : undefined;
    return html`
      <a class="skip-link" href="#main" @click=${this.#skip}>Skip to content</a>
      <header class="top-bar">
        <a class="brand" aria-label="Activity timeline" href=${hrefTo({ page: 'customers' })}>
          <svg viewBox="0 0 28 28" aria-hidden="true">
            <rect width="28" height="28" rx="8" fill="#1f5fd6" />
            <path d="M9 6v16" stroke="#fff" stroke-opacity=".55" stroke-width="2" stroke-linecap="round" />
            <circle cx="9" cy="9.5" r="3" fill="#fff" />
            <circle cx="9" cy="18.5" r="3" fill="#fff" />
            <path d="M15 9.5h6M15 18.5h4" stroke="#fff" stroke-width="2.4" stroke-linecap="round" />
          </svg>
          <span>Activity timeline</span>
        </a>
        <nav aria-label="Workbench">
          <ul class="page-links">
            ${pages.map(
              ({ page, title, picture }) =>
                html`<li>
                  <a
                    class="page-link"
                    href=${hrefTo({ page })}
                    aria-current=${this.route.page === page ? 'page' : nothing}
                    >${icon(picture)} ${title}</a
                  >
                </li>`,
            )}
          </ul>
        </nav>
        <div class="top-bar-end">
          ${worldSwitch(this.world, (world) => this.#placeIn(world))} ${this.#renderPersistence(engine)}
          <a class="external" href="demo/remote.html"
            ><span class="external-words">Remote</span> ${icon('cloud')}</a
          >
          <a class="external" href="demo/crm-form.html"
            ><span class="external-words">CRM form</span> ${icon('open')}</a
          >
        </div>
      </header>
      <main id="main" tabindex="-1">
        ${engine ? keyed(this.world, html`<first-steps .engine=${engine} .world=${worldOf(this.world)}></first-steps>`) : nothing}
        ${keyed(this.world, engine ? this.#renderPage(engine) : this.#renderOpening(workspace))}
      </main>
      ${engine ? keyed(this.world, html`<file-drop .engine=${engine} .sample=${worldOf(this.world).featured ? worldOf(this.world).company : ''}></file-drop>`) : nothing}
      <div class="toast" ?hidden=${!this.notice}>
        <p role="status">${this.notice?.text}</p>
        ${this.notice?.action ? this.#renderAction(this.notice.action) : nothing}
      </div>
    `;
  }

  #renderAction({ label, run }: NoticeAction): TemplateResult {
    const act = (): void => {
      this.#dismiss();
      run();
      this.#focusHeading();
    };
    return html`<button class="toast-action" type="button" @click=${act}>${label}</button>`;
  }

  #renderPersistence(engine?: Engine): TemplateResult | typeof nothing {
    if (!engine) return nothing;
    return engine.persistence === 'indexeddb'
      ? html`<span class="badge">${icon('check')} Kept in this browser</span>`
      : html`<span class="badge badge-warn">${icon('warn')} Not kept</span>`;
  }

  #renderPage(engine: Engine): TemplateResult {
    const { route, world } = this;
    switch (route.page) {
      case 'customers':
        return html`<customers-page
          .engine=${engine}
          .featured=${worldOf(world).featured}
          .customerId=${route.customerId}
          .activityId=${route.activityId}
        ></customers-page>`;
      case 'data':
        return route.table
          ? html`<table-page .engine=${engine} .table=${route.table}></table-page>`
          : html`<data-page
              .engine=${engine}
              .sampleData=${worldOf(world).featured && dataFolder(world, document.baseURI)}
            ></data-page>`;
      case 'unify':
        return html`<unify-page .engine=${engine} .canChangeKind=${!worldOf(world).featured}></unify-page>`;
      case 'activities':
        return html`<activities-page
          .engine=${engine}
          .world=${world}
          .wizard=${route.wizard}
        ></activities-page>`;
      case 'missing':
        return html`<div class="page">
          <h1 tabindex="-1">There is no such page</h1>
          <p><a href=${hrefTo({ page: 'customers' })}>Go to the customers</a></p>
        </div>`;
    }
  }

  #renderOpening(workspace: Workspace): TemplateResult {
    const progress = workspace.status === 'opening' ? workspace.progress : undefined;
    const { company, description } = worldOf(this.world);
    return html`<div class="opening">
      <section class="card opening-card">
        <h1 tabindex="-1">
          ${workspace.status === 'failed' ? 'The workspace did not open' : 'Opening the workspace'}
        </h1>
        ${
          workspace.status === 'failed'
            ? failure(workspace.error, () => void this.#open())
            : html`<p class="quiet" role="status">${progress ? `${progress.text} …` : 'One moment …'}</p>
                <progress
                  aria-label="Opening the workspace"
                  max="1"
                  .value=${progress?.fraction ?? 0}
                ></progress>
                ${
                  progress
                    ? html`<p class="small quiet">
                        This happens once: the sample data of ${company}, ${description}, is brought into this
                        browser. Nothing is sent anywhere.
                      </p>`
                    : nothing
                }`
        }
      </section>
    </div>`;
  }

  /** The address names the page, so a link to a place on it cannot use the hash. */
  #skip(event: Event): void {
    event.preventDefault();
    this.renderRoot.querySelector<HTMLElement>('main')?.focus();
  }
}
