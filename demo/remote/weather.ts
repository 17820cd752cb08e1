/** What goes wrong on the way to a service and back. */
export const faults = ['none', 'signed-out', 'failing', 'web-page', 'broken-off', 'offline'] as const;
export type Fault = (typeof faults)[number];

/** One request, for the list of them. */
export interface Passage {
  path: string;
  status: number;
  ms: number;
}

/** Requests that are let through in a stretch of time, while there is throttling. */
const ALLOWED = 3;
const STRETCH_MS = 2000;

/** The conditions that the visitor sets: how long answers take, how many are allowed, and what goes wrong. */
export class Weather {
  latencyMs = 300;
  isThrottled = false;
  fault: Fault = 'none';
  readonly #onPassage: (passage: Passage) => void;
  #times: number[] = [];

  constructor(onPassage: (passage: Passage) => void) {
    this.#onPassage = onPassage;
  }

  async pass(request: Request, answer: (request: Request) => Response): Promise<Response> {
    const begun = performance.now();
    await new Promise((resolve) => setTimeout(resolve, this.latencyMs));
    const response = this.#refusal(begun) ?? (await this.#change(answer(request)));
    const { pathname, search } = new URL(request.url);
    const path = decodeURIComponent(
      `${pathname.split('/service/').at(-1) ?? pathname}${search}`.replaceAll('+', ' '),
    );
    this.#onPassage({ path, status: response.status, ms: performance.now() - begun });
    return response;
  }

  #refusal(now: number): Response | null {
    if (!this.isThrottled) return null;
    this.#times = this.#times.filter((time) => now - time < STRETCH_MS);
    if (this.#times.length < ALLOWED) {
      this.#times.push(now);
      return null;
    }
    const seconds = Math.max(1, Math.ceil((this.#times[0] + STRETCH_MS - now) / 1000));
    const headers = { 'Retry-After': String(seconds) };
    return Response.json({ error: { message: 'Too many requests.' } }, { status: 429, headers });
  }

  async #change(response: Response): Promise<Response> {
    const { fault } = this;
    if (fault === 'offline') return Response.error();
    if (fault === 'signed-out') return Response.json({ error: { message: 'Signed out.' } }, { status: 401 });
    if (fault === 'failing') return Response.json({ error: { message: 'It broke.' } }, { status: 500 });
    const headers = { 'Content-Type': 'text/html' };
    if (fault === 'web-page') return new Response('<!doctype html><title>Sign in</title>', { headers });
    if (fault === 'none') return response;
    const text = await response.text();
    return new Response(text.slice(0, text.length / 2), { headers: { 'Content-Type': 'application/json' } });
  }
}
