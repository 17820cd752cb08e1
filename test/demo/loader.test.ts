import { expect } from 'chai';
import type { ReactiveControllerHost } from 'lit';
import { Loader } from '../../demo/app/loader.js';
import type { DataChange } from '../../src/model/timeline-adapter.js';

const host: ReactiveControllerHost = {
  addController: () => undefined,
  removeController: () => undefined,
  requestUpdate: () => undefined,
  updateComplete: Promise.resolve(true),
};

/** Calls that wait until the test answers them. */
function heldCalls(): {
  load: (signal: AbortSignal) => Promise<string>;
  calls: ((value: string | Error) => void)[];
} {
  const calls: ((value: string | Error) => void)[] = [];
  const load = (): Promise<string> =>
    new Promise((resolve, reject) => {
      calls.push((value) => (typeof value === 'string' ? resolve(value) : reject(value)));
    });
  return { load, calls };
}

const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

describe('what a page of the workbench has loaded', () => {
  it('is the answer to the newest question, whichever comes last', async () => {
    const { load, calls } = heldCalls();
    const loader = new Loader(host, { load });
    loader.hostConnected();
    void loader.reload();
    calls[1]('new');
    calls[0]('old');
    await settled();
    expect(loader.state).to.deep.equal({ status: 'ready', value: 'new' });
  });

  it('stays on the screen while it is read again, and when that fails', async () => {
    const { load, calls } = heldCalls();
    const loader = new Loader(host, { load });
    loader.hostConnected();
    calls[0]('first');
    await settled();
    void loader.reload();
    expect(loader.state).to.deep.equal({ status: 'loading', value: 'first' });
    const error = new Error('gone');
    calls[1](error);
    await settled();
    expect(loader.state).to.deep.equal({ status: 'failed', value: 'first', error });
  });

  it('is read again after the changes it depends on, and not after others', () => {
    const { load, calls } = heldCalls();
    let tell: (change: DataChange) => void = () => undefined;
    const loader = new Loader(host, {
      load,
      on: ['tables'],
      subscribe: (listener) => {
        tell = listener;
        return () => undefined;
      },
    });
    loader.hostConnected();
    tell({ kind: 'activities' });
    expect(calls).to.have.lengthOf(1);
    tell({ kind: 'tables' });
    expect(calls).to.have.lengthOf(2);
  });

  it('is not touched after the page is gone', async () => {
    const { load, calls } = heldCalls();
    let isListening = false;
    const loader = new Loader(host, {
      load,
      subscribe: () => {
        isListening = true;
        return () => (isListening = false);
      },
    });
    loader.hostConnected();
    expect(isListening).to.equal(true);
    loader.hostDisconnected();
    expect(isListening).to.equal(false);
    calls[0]('late');
    await settled();
    expect(loader.state).to.deep.equal({ status: 'loading' });
  });
});
