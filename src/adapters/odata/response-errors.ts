import { AdapterError, type AdapterErrorCode } from '../../model/errors.js';

/** What each answer that is none means for a person. `retryable`: the same question may be answered later. */
const BY_STATUS: Readonly<Record<number, readonly [AdapterErrorCode, string, retryable?: boolean]>> = {
  400: [
    'unsupported',
    'The service does not understand the question. Check the names of tables and columns.',
  ],
  401: ['unauthorized', 'You are not signed in to the service any more. Sign in and try again.'],
  403: ['unauthorized', 'You may not read this data. Ask an administrator of the service for access.'],
  404: ['not-found', 'The service has nothing at this address. Check the address and the name of the table.'],
  410: ['not-found', 'The service does not keep this data any more. Load the page again.'],
  429: ['throttled', 'The service is asked too much at the moment. Wait a little and try again.', true],
};

/** The error of an answer that is not a success. What the service says of it is in `detail.reason`. */
export function statusError(
  status: number,
  reason: string,
  facts: Record<string, unknown> = {},
): AdapterError {
  const known = BY_STATUS[status];
  const detail = { status, ...(reason && { reason }), ...facts };
  if (known) return new AdapterError(known[0], known[1], { retryable: known[2] ?? false, detail });
  if (status === 501) {
    return new AdapterError('unsupported', 'The service cannot answer this question.', { detail });
  }
  return status >= 500
    ? new AdapterError('server', 'The service failed. Try again in a moment.', { retryable: true, detail })
    : new AdapterError('server', `The service refused to answer (${status}).`, { detail });
}

export function networkError(cause: unknown): AdapterError {
  return new AdapterError('network', 'The service cannot be reached. Check the connection and try again.', {
    retryable: true,
    cause,
  });
}

export function timeoutError(ms: number): AdapterError {
  const seconds = Math.round(ms / 1000);
  return new AdapterError('network', `The service did not answer within ${seconds} seconds. Try again.`, {
    retryable: true,
    detail: { timeoutMs: ms },
  });
}

export function htmlError(): AdapterError {
  return new AdapterError(
    'response-invalid',
    'The service answered with a web page in place of data. Sign in again, or check its address.',
  );
}

export function brokenOffError(): AdapterError {
  return new AdapterError('response-invalid', 'The answer of the service broke off. Try again.', {
    retryable: true,
  });
}

export function notODataError(): AdapterError {
  return new AdapterError(
    'response-invalid',
    'This is not the answer of an OData service. Check its address.',
  );
}

export function foreignLinkError(origin: string): AdapterError {
  return new AdapterError(
    'response-invalid',
    'The service points to another server for its next page, which is not followed. Tell its administrator.',
    { detail: { origin } },
  );
}

export function loopError(): AdapterError {
  return new AdapterError(
    'response-invalid',
    'The pages of the service lead in a circle. Load again, and tell its administrator if it stays.',
  );
}

export function unsortedError(): AdapterError {
  return new AdapterError(
    'response-invalid',
    'The service does not sort activities by their time. Check the mapping of the time column.',
  );
}

export function foreignRowError(): AdapterError {
  return new AdapterError(
    'response-invalid',
    'The service answered with activities of another customer, which are not shown. Check the mapping of columns.',
  );
}
