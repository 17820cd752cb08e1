import type { ODataRow } from './read-row.js';
import { brokenOffError, htmlError, notODataError } from './response-errors.js';

/** A page of a service's answer. */
export interface ODataAnswer {
  rows: readonly ODataRow[];
  /** As the service wrote it. Only when it is missing do the rows end. */
  nextLink?: string;
}

/** Reads the text of a successful answer. */
export function readAnswer(text: string, contentType: string): ODataAnswer {
  const body = parseBody(text, contentType);
  const { value, '@odata.nextLink': dotted, '@nextLink': plain } = body as Record<string, unknown>;
  if (!Array.isArray(value) || !value.every(isRow)) throw notODataError();
  const nextLink = dotted ?? plain ?? undefined;
  if (nextLink !== undefined && typeof nextLink !== 'string') throw notODataError();
  return { rows: value, ...(nextLink && { nextLink }) };
}

/** What a service says of its refusal; empty when it says nothing that can be read. */
export function readReason(text: string): string {
  try {
    const { error, message } = JSON.parse(text) as { error?: { message?: unknown }; message?: unknown };
    const reason = error?.message ?? message;
    return typeof reason === 'string' ? reason.slice(0, 1000) : '';
  } catch {
    return '';
  }
}

function parseBody(text: string, contentType: string): object {
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    throw contentType.includes('html') || /^\s*</.test(text) ? htmlError() : brokenOffError();
  }
  if (typeof body !== 'object' || body === null) throw notODataError();
  return body;
}

function isRow(value: unknown): value is ODataRow {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
