import { AdapterError } from '../../model/errors.js';
import type { ODataService } from './odata-service.js';

/** An identifier of OData: it needs no escaping anywhere in a query. */
const IDENTIFIER = /^[\p{L}\p{Nl}_][\p{L}\p{Nl}\p{Nd}\p{Mn}\p{Mc}\p{Pc}\p{Cf}]{0,127}$/u;

/** Refuses a service with a name that is none: in a query it would be something else. */
export function checkNames({ activities, alternateKeys, customers }: ODataService): void {
  for (const part of [activities, alternateKeys, customers]) {
    if (part === undefined) continue;
    const columns: Readonly<Record<string, unknown>> = { ...part.columns };
    for (const name of [...part.set.split('/'), ...Object.values(columns).flat()]) {
      if (name === undefined || (typeof name === 'string' && IDENTIFIER.test(name))) continue;
      const shown = JSON.stringify(name);
      throw new AdapterError(
        'name-invalid',
        `${shown} is no name of a table or column of OData. Use letters, digits and "_".`,
        { detail: { name } },
      );
    }
  }
}
