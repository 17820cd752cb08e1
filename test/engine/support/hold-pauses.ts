/** Makes work that runs in the page stop at its next pause until then, however fast or slow the browser is. */
export function holdPauses(until: Promise<unknown>): void {
  const { MessageChannel: Channel, performance: clock } = globalThis;
  let now = clock.now();
  // Every slice of work is over at once, so that the work does pause.
  const everLater = { now: () => (now += 1000) } as Performance;
  class HeldChannel extends Channel {
    constructor() {
      super();
      const { port2 } = this;
      const post = port2.postMessage.bind(port2);
      port2.postMessage = (message: unknown) => void until.then(() => post(message));
    }
  }
  Object.defineProperty(globalThis, 'performance', { value: everLater, configurable: true });
  globalThis.MessageChannel = HeldChannel;
  void until.finally(() => {
    globalThis.MessageChannel = Channel;
    Object.defineProperty(globalThis, 'performance', { value: clock, configurable: true });
  });
}
