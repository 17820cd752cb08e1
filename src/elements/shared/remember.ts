/** The function with a memory of one call: the same arguments again give the same result without work. */
export function remember<Arguments extends readonly unknown[], Result>(
  compute: (...values: Arguments) => Result,
): (...values: Arguments) => Result {
  let last: { values: Arguments; result: Result } | null = null;
  return (...values) => {
    if (!last || values.some((value, index) => value !== last?.values[index])) {
      last = { values, result: compute(...values) };
    }
    return last.result;
  };
}
