import { expect } from 'chai';
import { openRecords } from '../../../src/engine/ingest/open-records.js';
import { readAll } from './support/read-all.js';

const utf8 = new TextEncoder();

async function rejection(work: Promise<unknown>): Promise<unknown> {
  try {
    await work;
  } catch (error) {
    return error;
  }
  throw new Error('It was expected to fail.');
}

/** A stream that never ends, and what became of it. */
function endlessRows(): { stream: ReadableStream<Uint8Array>; cancelled: Promise<unknown> } {
  let tell: (reason: unknown) => void = () => undefined;
  const cancelled = new Promise((resolve) => (tell = resolve));
  const stream = new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(utf8.encode('id,name\n')),
    pull: (controller) => controller.enqueue(utf8.encode('1,Ada\n'.repeat(20_000))),
    cancel: tell,
  });
  return { stream, cancelled };
}

describe('giving up a source', () => {
  it('rejects with the reason of the signal, before anything is read', async () => {
    const reason = new Error('changed my mind');
    const signal = AbortSignal.abort(reason);
    expect(await rejection(openRecords(new Blob(['a\n1']), { signal }))).to.equal(reason);
    expect(await rejection(openRecords([{ a: 1 }], { signal }))).to.equal(reason);
  });

  it('rejects with the reason between two batches and cancels the stream', async () => {
    const { stream, cancelled } = endlessRows();
    const controller = new AbortController();
    const { batches } = await openRecords(stream, { signal: controller.signal });
    const reason = new Error('enough');
    const read = async (): Promise<void> => {
      for await (const batch of batches) if (batch.rows > 0) controller.abort(reason);
    };
    expect(await rejection(read())).to.equal(reason);
    expect(await cancelled).to.equal(reason);
  });

  it('does not wait for a stream that has stalled', async () => {
    const stalled = new ReadableStream<Uint8Array>({
      start: (to) => to.enqueue(utf8.encode('id,name\n1,Ada\n')),
    });
    const controller = new AbortController();
    const opening = openRecords(stalled, { signal: controller.signal });
    controller.abort();
    expect(await rejection(opening)).to.have.property('name', 'AbortError');
  });

  it('rejects between two batches of JSON and of rows', async () => {
    const records = Array.from({ length: 300_000 }, (_, id) => ({ id }));
    for (const data of [records, new Blob([JSON.stringify(records)])]) {
      const controller = new AbortController();
      const { batches } = await openRecords(data, { signal: controller.signal });
      const read = async (): Promise<void> => {
        for await (const batch of batches) if (batch.rows > 0) controller.abort();
      };
      expect(await rejection(read())).to.have.property('name', 'AbortError');
    }
  });

  it('cancels the stream when the reader leaves early, and when the data is refused', async () => {
    const left = endlessRows();
    for await (const batch of (await openRecords(left.stream)).batches) if (batch.rows > 0) break;
    await left.cancelled;

    const refused = endlessRows();
    const options = { delimiter: '"' };
    expect(await rejection(openRecords(refused.stream, options))).to.have.property('code', 'unsupported');
    await refused.cancelled;
  });

  it('passes on the abort of whoever makes the data', async () => {
    const stream = new ReadableStream<Uint8Array>({
      pull: (to) => to.error(new DOMException('', 'AbortError')),
    });
    expect(await rejection(readAll(stream))).to.have.property('name', 'AbortError');
  });
});
