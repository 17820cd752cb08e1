import type { AdapterError } from '../../model/errors.js';
import type { ActivityExplanation } from '../../model/explanation.js';

/** What is known of why a row is where it is. */
export type Why =
  | { readonly kind: 'loading' }
  | { readonly kind: 'known'; readonly explanation: ActivityExplanation }
  | { readonly kind: 'failed'; readonly error: AdapterError };
