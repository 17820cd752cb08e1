/** Puts something in the place of a method or getter of the browser; answers how to put it back. */
export function patch(
  prototype: object,
  name: string,
  replace: (original: () => unknown, self: unknown) => unknown,
): () => void {
  const descriptor = Object.getOwnPropertyDescriptor(prototype, name);
  if (descriptor === undefined) throw new Error(`there is no ${name}`);
  const { get, value } = descriptor as { get?: () => unknown; value?: (...args: unknown[]) => unknown };
  const replaced =
    get === undefined
      ? {
          value(this: unknown, ...args: unknown[]): unknown {
            return replace(() => value?.apply(this, args), this);
          },
        }
      : {
          get(this: unknown): unknown {
            return replace(() => get.call(this), this);
          },
        };
  Object.defineProperty(prototype, name, { ...descriptor, ...replaced } as PropertyDescriptor);
  return () => Object.defineProperty(prototype, name, descriptor);
}
