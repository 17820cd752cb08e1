import type { ReactiveElement } from 'lit';
import type { Activity } from '../../../model/activity.js';
import type { OutputFormat } from '../../../model/output/rows.js';
import { FileExport, type FileExportState } from '../../shared/file-export.js';
import { exportBytes } from '../export/export-rows.js';
import {
  ActivityFinder,
  type FinderOptions,
  type FindState,
  type ShowOutcome,
} from '../find/activity-finder.js';
import type { ActivityPointer } from '../find/find-row.js';
import { linkTo, type ItemLink } from '../link/item-link.js';
import { LinkCopies, type LinkCopy } from '../link/link-copies.js';
import {
  PrintJob,
  type PrintCopy,
  type PrintState,
  type TimelinePrintOptions,
  type TimelinePrintReport,
} from '../print/print-job.js';
import type { TimelineModel } from '../timeline-model.js';
import { MenuKeeper } from './menu-keeper.js';

/** What is done with all the activities that are shown, beside reading them. */
export interface ToolsState {
  readonly hasMenu: boolean;
  readonly isMenuOpen: boolean;
  readonly exporting: FileExportState;
  readonly printing: PrintState;
  /** Rows for paper; null: nothing is printed. */
  readonly copy: PrintCopy | null;
  readonly finding: FindState;
  /** The link that was copied last. */
  readonly link: LinkCopy | null;
  readonly urlOf: (activity: Activity) => string | null;
}

/** What a person chooses from the menu. */
export type ToolChoice =
  { readonly kind: 'export'; readonly format: OutputFormat } | { readonly kind: 'print' };

export interface ToolsActions {
  readonly toggleMenu: () => void;
  readonly menuKeyDown: (event: KeyboardEvent) => void;
  readonly menuFocusOut: (event: FocusEvent) => void;
  readonly choose: (choice: ToolChoice) => void;
  readonly leaveExport: () => void;
  readonly leavePrint: () => void;
  readonly copyLink: (activityId: string, url: string) => void;
  readonly findAgain: (pointer: ActivityPointer) => void;
  readonly showHidden: (pointer: ActivityPointer) => void;
  readonly leaveFinding: () => void;
}

export interface ToolsOptions extends Pick<
  FinderOptions,
  'rows' | 'state' | 'question' | 'renew' | 'clearFilters'
> {
  readonly settings: FinderOptions['settings'] & { readonly menu: boolean; readonly itemLink?: ItemLink };
  readonly model: () => TimelineModel;
  /** Renders at once. */
  readonly render: () => void;
}

/** Export, print, links and ways to activities, and the menu that leads to them. */
export class TimelineTools {
  readonly #options: ToolsOptions;
  readonly #menu: MenuKeeper;
  readonly #export: FileExport;
  readonly #print: PrintJob;
  readonly #links: LinkCopies;
  readonly #finder: ActivityFinder;
  readonly #urlOf = (activity: Activity): string | null => linkTo(activity, this.#options.settings.itemLink);
  readonly actions: ToolsActions;
  #loads = 0;

  constructor(host: ReactiveElement, options: ToolsOptions) {
    const { question, render, settings } = options;
    this.#options = options;
    this.#menu = new MenuKeeper(host);
    this.#export = new FileExport(host);
    this.#print = new PrintJob(host, {
      settings,
      question,
      render,
      loaded: () => loadedCopy(options.model()),
    });
    this.#links = new LinkCopies(host);
    this.#finder = new ActivityFinder(host, options);
    this.actions = {
      toggleMenu: this.#menu.toggle,
      menuKeyDown: this.#menu.onKeyDown,
      menuFocusOut: this.#menu.onFocusOut,
      choose: (choice) => {
        this.#menu.close();
        if (choice.kind === 'print') this.#print.print();
        else
          void this.#export.start(choice.format, 'activities', (call) =>
            exportBytes(question(), call.signal, call),
          );
      },
      leaveExport: this.#export.dismiss,
      leavePrint: this.#print.dismiss,
      copyLink: this.#links.copy,
      findAgain: (pointer) => void this.#finder.show(pointer),
      showHidden: this.#finder.showHidden,
      leaveFinding: this.#finder.dismiss,
    };
  }

  get state(): ToolsState {
    return {
      hasMenu: this.#options.settings.menu,
      isMenuOpen: this.#menu.isOpen,
      exporting: this.#export.state,
      printing: this.#print.state,
      copy: this.#print.copy,
      finding: this.#finder.state,
      link: this.#links.last,
      urlOf: this.#urlOf,
    };
  }

  /** Takes the number of the list that is about to be rendered: rows for paper were read for the former one. */
  follow(loads: number): void {
    if (loads !== this.#loads) this.#print.forget();
    this.#loads = loads;
  }

  /** Nothing stays that belongs to another customer. */
  reset(): void {
    const { customerId } = this.#options.settings;
    this.#export.dismiss();
    this.#print.keepOnly(customerId);
    this.#finder.keepOnly(customerId);
    this.#links.forget();
  }

  showActivity(activity: string | ActivityPointer): Promise<ShowOutcome> {
    return this.#finder.show(typeof activity === 'string' ? { activityId: activity } : activity);
  }

  preparePrint(options?: TimelinePrintOptions): Promise<TimelinePrintReport> {
    return this.#print.prepare(options);
  }
}

/** What was read for the screen, in its order. */
function loadedCopy({ state, plan }: TimelineModel): PrintCopy | null {
  if (state.phase !== 'ready') return null;
  const { book, summary } = state;
  const months = plan.months.map(({ month }) => book.months.get(month) ?? []);
  const rows = months.flatMap((all) => all.filter((row): row is Activity => row !== undefined));
  return { rows, total: summary.exact ? summary.total : null };
}
