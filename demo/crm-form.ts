import '../src/define-timeline.js';
import { readableValue } from './app/format.js';
import { messageOf } from './app/notify.js';
import { openWorld } from './app/seed.js';
import { dataFolder, worldOf } from './app/worlds.js';

const find = <Type extends Element>(selector: string): Type => {
  const found = document.querySelector<Type>(selector);
  if (!found) throw new Error(`The form has no ${selector}.`);
  return found;
};
const status = find('#status');
const lookup = find<HTMLFormElement>('#lookup');

// The whole of what a host does: open the engine, hand it over, say whose record this is.
async function showActivities(key: string): Promise<void> {
  const engine = await opened;
  const timeline = find<HTMLElementTagNameMap['activity-timeline']>('activity-timeline');
  timeline.adapter = engine;
  timeline.customerId = (await engine.resolveCustomer({ table: 'CRM_Contacts', key })) ?? undefined;

  // The rest is this form's own: a real one has its fields already.
  const customer = timeline.customerId ? await engine.getCustomer(timeline.customerId) : null;
  const values = new Map(customer?.fields.map(({ name, value }) => [name, value]));
  for (const input of find<HTMLFormElement>('#contact').querySelectorAll('input')) {
    input.value = readableValue(values.get(input.name) ?? '');
  }
  find('#name').textContent = customer?.name ?? 'Contact';
  status.textContent = customer ? '' : `There is no contact ${key}.`;
}

const opened = openWorld(worldOf('outfitters'), {
  data: dataFolder('outfitters', new URL('..', document.baseURI).href),
  onProgress: ({ text }) => (status.textContent = `${text} …`),
});

const open = (): void => {
  const key = new FormData(lookup).get('key');
  showActivities(typeof key === 'string' ? key.trim() : '').catch((error: unknown) => {
    status.textContent = messageOf(error);
  });
};

lookup.addEventListener('submit', (event) => {
  event.preventDefault();
  open();
});
open();
