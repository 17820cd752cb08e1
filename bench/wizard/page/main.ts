import '../../../src/define.js';
import type { ActivityWizard } from '../../../src/elements/activity-wizard/activity-wizard.js';
import { openEngine } from '../../../src/engine/index.js';
import type { ModelAdapter } from '../../../src/model/model-adapter.js';
import { watchLongTasks } from '../../page/long-tasks.js';
import { manyTables } from './many-tables.js';
import { oneLargeTable } from './one-large-table.js';

/** What the harness calls in the page; times in milliseconds. */
export interface WizardBench {
  /** Imports a table of so many rows into the engine and shows it in the wizard's first step. */
  open(rows: number): Promise<void>;
  /** Chooses a key column: until its check is on the screen, and the longest task of the page meanwhile. */
  chooseKey(column: string): Promise<{ ms: number; longestTaskMs: number }>;
  /** Asks the engine alone for the profile of a column. */
  profile(column: string): Promise<number>;
  /** Shows a wizard of so many tables. */
  openMany(tables: number): Promise<void>;
  /** Presses Next: work of the page until the step is laid out, and until the frame with it is there. */
  next(): Promise<{ workMs: number; frameMs: number }>;
}

let adapter: ModelAdapter;
const wizard = (): ActivityWizard => document.querySelector('activity-wizard') as ActivityWizard;
const frame = (): Promise<number> => new Promise(requestAnimationFrame);
const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 200));
const part = <T extends HTMLElement>(selector: string): T | null =>
  wizard().shadowRoot?.querySelector<T>(selector) ?? null;

const keyField = (): HTMLSelectElement => part('select[id$="/primaryKey"]') as HTMLSelectElement;
/** What is said of the key: of a column that is no key there is always something. */
const hint = (): string => part(`[id="${keyField().id}-hint"]`)?.textContent?.trim() ?? '';

async function show(shown: ModelAdapter): Promise<void> {
  adapter = shown;
  document.body.replaceChildren(Object.assign(document.createElement('activity-wizard'), { adapter }));
  while (!part('#heading')) await frame();
  await settle();
}

globalThis.wizardBench = {
  async open(rows) {
    const engine = await openEngine({ name: 'bench-wizard', mode: 'worker' });
    await oneLargeTable(engine, rows);
    await show(engine);
  },

  async chooseKey(column) {
    await show(adapter);
    // What was asked for when the wizard opened is answered.
    while (!hint().includes('Title')) await frame();
    await settle();
    const tasks = watchLongTasks();
    const started = performance.now();
    keyField().value = column;
    keyField().dispatchEvent(new Event('change'));
    while (!hint().includes(column)) await frame();
    const ms = performance.now() - started;
    await settle();
    return { ms, longestTaskMs: tasks() };
  },

  async profile(column) {
    const started = performance.now();
    await adapter.profileColumn('Shop_Orders', column);
    return performance.now() - started;
  },

  openMany: (tables) => show(manyTables(tables)),

  async next() {
    await frame();
    const started = performance.now();
    part<HTMLElement>('.footer .solid-button')?.click();
    await wizard().updateComplete;
    wizard().getBoundingClientRect();
    const workMs = performance.now() - started;
    await frame();
    await new Promise((resolve) => setTimeout(resolve));
    const frameMs = performance.now() - started;
    await settle();
    return { workMs, frameMs };
  },
};

declare global {
  var wizardBench: WizardBench;
}
