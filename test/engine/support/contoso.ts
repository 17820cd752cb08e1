import { emptyModel, type ActivityModel } from '../../../src/model/model.js';
import type { Engine, ImportOptions } from '../../../src/engine/index.js';

/** File → where it goes. */
export const CONTOSO_TABLES: Record<string, Omit<ImportOptions, 'data'>> = {
  'Contact.csv': { source: 'eCommerce', table: 'eCommerceContacts' },
  'Customer-Loyalty.csv': { source: 'LoyaltyScheme', table: 'loyCustomers' },
  'OnlinePurchases.csv': { source: 'eCommerce', table: 'eCommercePurchases' },
  'POSPurchases.csv': { source: 'PoS', table: 'posPurchases' },
  'WebsiteReviews_LinkedToEcommerceContacts.csv': { source: 'Website', table: 'webReviews' },
};

export const CONTOSO_FILES = Object.keys(CONTOSO_TABLES);

/** The sample files, or null where they are not at hand. */
export async function fetchContoso(): Promise<Map<string, Blob> | null> {
  const files = new Map<string, Blob>();
  for (const name of CONTOSO_FILES) {
    const response = await fetch(`/shared-data/contoso/${name}`);
    if (!response.ok) return null;
    files.set(name, await response.blob());
  }
  return files;
}

/** Imports the files in the given order. */
export async function importContoso(
  engine: Engine,
  files: ReadonlyMap<string, Blob>,
  order: readonly string[] = CONTOSO_FILES,
): Promise<Awaited<ReturnType<Engine['importTable']>>[]> {
  const reports = [];
  for (const name of order) {
    const data = files.get(name);
    if (data !== undefined) reports.push(await engine.importTable({ ...CONTOSO_TABLES[name], data }));
  }
  return reports;
}

/** Contact and Customer-Loyalty matched by e-mail; purchases and reviews related directly (data/contoso/README.md). */
export function contosoModel(): ActivityModel {
  const relate = (
    name: string,
    from: [string, string],
    to: [string, string],
  ): ActivityModel['relationships'][0] => ({
    name,
    from: { table: from[0], column: from[1] },
    to: { table: to[0], column: to[1] },
    cardinality: 'many-to-one',
  });
  const contacts = 'eCommerce_eCommerceContacts';
  const loyalty = 'LoyaltyScheme_loyCustomers';
  return {
    ...emptyModel(),
    customers: {
      tables: [
        { table: contacts, primaryKey: 'ContactId', includeAll: true },
        { table: loyalty, primaryKey: 'LoyaltyId', includeAll: true },
      ],
      rules: [
        {
          name: 'Email',
          table: loyalty,
          with: contacts,
          conditions: [{ column: 'EMail', withColumn: 'EMail' }],
        },
      ],
      fields: [],
    },
    relationships: [
      relate('PurchaseContact', ['eCommerce_eCommercePurchases', 'ContactId'], [contacts, 'ContactId']),
      relate('ReviewContact', ['Website_webReviews', 'UserId'], [contacts, 'ContactId']),
      relate('StoreLoyalty', ['PoS_posPurchases', 'LoyaltyId'], [loyalty, 'LoyaltyId']),
    ],
    activities: [
      {
        id: 'online',
        name: 'OnlinePurchases',
        table: 'eCommerce_eCommercePurchases',
        type: 'SalesOrder',
        primaryKey: 'PurchaseId',
        timestamp: 'PurchasedOn',
        event: 'ActivityTypeDisplay',
        detail: 'Subject',
        showInTimeline: true,
        attributes: { SalesOrderId: 'PurchaseId', OrderDate: 'PurchasedOn', SalesAmount: 'TotalPrice' },
        paths: [['PurchaseContact']],
      },
      {
        id: 'reviews',
        name: 'WebsiteReviews',
        table: 'Website_webReviews',
        type: 'Feedback',
        primaryKey: 'ReviewId',
        timestamp: 'ReviewDate',
        event: 'ActivityTypeDisplay',
        detail: 'ReviewText',
        showInTimeline: true,
        paths: [['ReviewContact']],
      },
      {
        id: 'store',
        name: 'StorePurchases',
        table: 'PoS_posPurchases',
        type: 'Purchase',
        primaryKey: 'PurchaseId',
        timestamp: 'PurchasedOn',
        event: 'ActivityTypeDisplay',
        detail: 'Subject',
        showInTimeline: true,
        paths: [['StoreLoyalty']],
      },
    ],
  };
}
