/** What columns hold by the end of their names: `OrderId`, `order_no`, `Product Code`. */
export const looksLikeKey = (name: string): boolean => /(id|key|no|nr|number|code)$/i.test(name);

/** E-mail addresses. */
export const isMail = (name: string): boolean => /mail/i.test(name);
