import { http } from 'msw';
import { setupWorker } from 'msw/browser';
import '../src/define-timeline.js';
import { messageOf } from './app/notify.js';
import { dataFolder } from './app/worlds.js';
import { readAccounts } from './remote/read-accounts.js';
import { services } from './remote/services.js';
import { faults, Weather, type Passage } from './remote/weather.js';

const find = <Type extends Element>(selector: string): Type => {
  const found = document.querySelector<Type>(selector);
  if (!found) throw new Error(`The page has no ${selector}.`);
  return found;
};
const status = find('#status');
const log = find('#requests');
const form = find<HTMLFormElement>('#conditions');
const account = find<HTMLSelectElement>('#account');
const timeline = find<HTMLElementTagNameMap['activity-timeline']>('activity-timeline');

const root = new URL('../service/', document.baseURI).href;
const LOGGED = 12;

/** The newest request stands first. */
function show({ path, status: code, ms }: Passage): void {
  const line = document.createElement('li');
  const facts = document.createElement('span');
  facts.textContent = `${code === 0 ? 'no answer' : code} · ${Math.round(ms)} ms`;
  facts.className = code >= 200 && code < 300 ? 'facts' : 'facts refused';
  const address = document.createElement('code');
  address.textContent = path;
  line.append(facts, address);
  log.prepend(line);
  while (log.children.length > LOGGED) log.lastElementChild?.remove();
}

const weather = new Weather(show);

function readConditions(): void {
  const chosen = new FormData(form);
  weather.latencyMs = Number(chosen.get('latency'));
  weather.isThrottled = chosen.get('throttled') !== null;
  weather.fault = faults.find((fault) => fault === chosen.get('fault')) ?? 'none';
}

/** An adapter of its own for each reading: nothing is remembered of the one before. */
function read(): void {
  readConditions();
  const service = services[Number(new FormData(form).get('service'))];
  timeline.adapter = service.adapter(root + service.folder);
  timeline.customerId = account.value;
}

async function begin(): Promise<void> {
  if (!('serviceWorker' in navigator)) {
    throw new Error('This page needs service workers, which this browser does not give to it.');
  }
  const data = dataFolder('coffee', new URL('..', document.baseURI).href);
  const accounts = await readAccounts(data, (text) => (status.textContent = `${text} …`));
  const rows = accounts.flatMap(({ activities }) => activities);
  const handlers = services.map(({ folder, answers }) => {
    const answer = answers(root + folder, rows);
    return http.get(`${root}${folder}*`, ({ request }) => weather.pass(request, answer));
  });
  await setupWorker(...handlers).start({
    serviceWorker: { url: new URL('mockServiceWorker.js', document.baseURI).href },
    onUnhandledRequest: 'bypass',
    quiet: true,
  });
  account.replaceChildren(...accounts.map(({ customerId, name }) => new Option(name, customerId)));
  status.textContent = '';
  form.addEventListener('change', ({ target }) => {
    const isCondition = target instanceof Element && target.closest('.weather') !== null;
    if (isCondition) readConditions();
    else read();
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    read();
  });
  read();
}

begin().catch((error: unknown) => {
  status.textContent = messageOf(error);
});
