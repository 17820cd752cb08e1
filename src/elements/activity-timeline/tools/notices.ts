import type { LateParts } from '../late-parts.js';
import type { TimelineText } from '../timeline-text.js';
import type { ToolsActions, ToolsState } from './timeline-tools.js';

/** Something that goes on, or how it ended: a line above the list. */
export interface Notice {
  readonly key: string;
  readonly text: string;
  /** Said when it comes, unlike every step of what goes on. */
  readonly announcement: string;
  readonly reason?: string;
  readonly progress?: { readonly value: number; readonly max: number | null };
  readonly isBad?: boolean;
  /** It is over at once as a rule: seen only where it takes its time. */
  readonly isSoon?: boolean;
  readonly action?: { readonly label: string; readonly run: () => void };
  /** Ends what goes on, or takes the line away. */
  readonly leave: { readonly label: string; readonly run: () => void };
}

/** The lines that there are now. */
export function noticesOf(tools: ToolsState, text: TimelineText, actions: ToolsActions): Notice[] {
  return [
    exportNotice(tools, text, actions),
    printNotice(tools, text, actions),
    findNotice(tools, text, actions),
  ].filter((notice) => notice !== null);
}

/** Code that is loaded when it is needed could not be. */
export function missingNotice(
  { strings }: TimelineText,
  { retry, dismiss }: Pick<LateParts, 'retry' | 'dismiss'>,
): Notice {
  return {
    key: 'missing',
    text: strings.partMissing,
    announcement: strings.partMissing,
    isBad: true,
    action: { label: strings.tryAgain, run: retry },
    leave: { label: strings.dismiss, run: dismiss },
  };
}

function exportNotice({ exporting }: ToolsState, text: TimelineText, actions: ToolsActions): Notice | null {
  const { strings } = text;
  const leave = { label: strings.dismiss, run: actions.leaveExport };
  switch (exporting.kind) {
    case 'none':
      return null;
    case 'running': {
      const { rows, total } = exporting;
      return {
        key: 'export',
        text: text.exporting(rows, total),
        announcement: strings.exportBegun,
        progress: { value: rows, max: total },
        leave: { ...leave, label: strings.cancel },
      };
    }
    case 'done': {
      const done = text.exported(exporting.rows);
      return { key: 'export', text: done, announcement: done, leave };
    }
    case 'failed':
      return {
        key: 'export',
        text: strings.exportError,
        announcement: strings.exportError,
        reason: text.reason(exporting.error),
        isBad: true,
        action: {
          label: strings.tryAgain,
          run: () => actions.choose({ kind: 'export', format: exporting.format }),
        },
        leave,
      };
  }
}

function printNotice({ printing }: ToolsState, text: TimelineText, actions: ToolsActions): Notice | null {
  const { strings } = text;
  switch (printing.kind) {
    case 'none':
      return null;
    case 'preparing':
      return {
        key: 'print',
        text: strings.printPreparing,
        announcement: strings.printPreparing,
        progress: { value: 0, max: null },
        leave: { label: strings.cancel, run: actions.leavePrint },
      };
    case 'failed':
      return {
        key: 'print',
        text: strings.printError,
        announcement: strings.printError,
        reason: text.reason(printing.error),
        isBad: true,
        action: { label: strings.tryAgain, run: () => actions.choose({ kind: 'print' }) },
        leave: { label: strings.dismiss, run: actions.leavePrint },
      };
  }
}

function findNotice({ finding }: ToolsState, text: TimelineText, actions: ToolsActions): Notice | null {
  const { strings } = text;
  const leave = { label: strings.dismiss, run: actions.leaveFinding };
  const notice = (said: string): Notice => ({ key: 'find', text: said, announcement: said, leave });
  switch (finding.kind) {
    case 'none':
      return null;
    case 'finding':
      return {
        ...notice(strings.finding),
        progress: { value: 0, max: null },
        isSoon: true,
        leave: { ...leave, label: strings.cancel },
      };
    case 'missing':
      return notice(strings.findMissing);
    case 'hidden':
      return {
        ...notice(strings.findHidden),
        action: { label: strings.showHidden, run: () => actions.showHidden(finding.pointer) },
      };
    case 'failed':
      return {
        ...notice(strings.findError),
        reason: text.reason(finding.error),
        isBad: true,
        action: { label: strings.tryAgain, run: () => actions.findAgain(finding.pointer) },
      };
  }
}
