const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const LITERAL = /true|false|null/y;
const BLANKS = /[ \t\n\r]*/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;

/**
 * Where a text stops being JSON (RFC 8259): the index of the first character that cannot stand there, the length
 * when it ends too early, -1 when it is JSON. Keeps its own stack, so depth is no matter.
 */
export function findJsonFault(text: string): number {
  /** The brackets that are open, by what closes them. */
  const open: string[] = [];
  let at = skip(BLANKS, 0);
  for (;;) {
    // A value begins here.
    const first = text[at];
    if (first === '[' || first === '{') {
      const close = first === '[' ? ']' : '}';
      at = skip(BLANKS, at + 1);
      if (text[at] !== close) {
        open.push(close);
        if (close === ']') continue;
        const fault = passKey();
        if (fault >= 0) return fault;
        continue;
      }
      at++;
    } else if (first === '"') {
      const end = endOfString(at);
      if (end < 0) return ~end;
      at = end;
    } else {
      const end = Math.max(skip(NUMBER, at), skip(LITERAL, at));
      if (end === at) return at;
      at = end;
    }
    // A value has ended: close what it ends, then comes the next.
    for (;;) {
      at = skip(BLANKS, at);
      const close = open.at(-1);
      if (close === undefined) return at === text.length ? -1 : at;
      if (text[at] === close) {
        open.pop();
        at++;
        continue;
      }
      if (text[at] !== ',') return at;
      at = skip(BLANKS, at + 1);
      if (close === '}') {
        const fault = passKey();
        if (fault >= 0) return fault;
      }
      break;
    }
  }

  function skip(pattern: RegExp, from: number): number {
    pattern.lastIndex = from;
    return pattern.test(text) ? pattern.lastIndex : from;
  }

  /** Passes over a key and its colon; answers where they are broken, or -1. */
  function passKey(): number {
    if (text[at] !== '"') return at;
    const end = endOfString(at);
    if (end < 0) return ~end;
    at = skip(BLANKS, end);
    if (text[at] !== ':') return at;
    at = skip(BLANKS, at + 1);
    return -1;
  }

  /** Where a string ends, or the complement of where it is broken. */
  function endOfString(from: number): number {
    for (let i = from + 1; i < text.length; i++) {
      const character = text[i];
      if (character === '"') return i + 1;
      if (character < ' ') return ~i;
      if (character === '\\') {
        const end = skip(ESCAPE, i);
        if (end === i) return ~i;
        i = end - 1;
      }
    }
    return ~text.length;
  }
}
