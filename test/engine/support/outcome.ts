/** How a call ended: `done`, the code of its error, or the name of one that is not ours. */
export const codeOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => 'done',
    (cause: { code?: unknown; name: string }) => (cause.name === 'AdapterError' ? cause.code : cause.name),
  );
