import type { ModelAdapter } from '../../model/model-adapter.js';
import type { ActivitySettings } from './settings-context.js';

/** The element's own adapter, else the provider's when that one keeps a model too. */
export function modelAdapterOf(
  own: ModelAdapter | undefined,
  provided: ActivitySettings | undefined,
): ModelAdapter | undefined {
  const candidate: object | undefined = own ?? provided?.adapter;
  return candidate !== undefined && isModelAdapter(candidate) ? candidate : undefined;
}

function isModelAdapter(adapter: object): adapter is ModelAdapter {
  return 'loadModel' in adapter && 'listTables' in adapter;
}
