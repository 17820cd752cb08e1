/** The answer of a request. Settles inside the request's transaction, which stays open for what follows at once. */
export function answerOf<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? aborted());
  });
}

/** Settles with a transaction; rejects with the reason for which it failed, as far as the browser knows it. */
export function endOf(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? aborted());
  });
}

function aborted(): DOMException {
  return new DOMException('The transaction was aborted.', 'AbortError');
}
