/** Activity types whose attributes the product understands (domain § 3). */
export type SemanticTypeName = 'Feedback' | 'Loyalty' | 'SalesOrder' | 'SalesOrderLine' | 'Subscription';

/** The type of activities that have no better one. */
export const OTHER_TYPE = 'Other';

/** A named meaning to which a column is mapped. */
export interface TypeAttribute {
  /** Under which the value is stored (D 2). */
  readonly key: string;
  /** For people. */
  readonly label: string;
  readonly type: 'text' | 'number' | 'date' | 'boolean';
  readonly required: boolean;
}

/** A semantic type with all that can be mapped to it. */
export interface SemanticType {
  /** For people, one item of the type. */
  readonly label: string;
  /** Required ones first. */
  readonly attributes: readonly TypeAttribute[];
}

/** The semantic types in the order of the type list (D 14), attributes as in § 3.1 to 3.5 (D 10 to 13). */
export const SEMANTIC_TYPES: Readonly<Record<SemanticTypeName, SemanticType>> = {
  Feedback: {
    label: 'Feedback',
    attributes: [
      required('FeedbackId', 'Feedback ID', 'text'),
      required('FeedbackDate', 'Feedback date', 'date'),
      required('FeedbackText', 'Feedback text', 'text'),
      optional('Rating', 'Rating', 'number'),
      optional('MaxRating', 'Maximum rating', 'number'),
      optional('ProductId', 'Product ID', 'text'),
      optional('Source', 'Source', 'text'),
    ],
  },
  Loyalty: {
    label: 'Loyalty',
    attributes: [
      required('LoyaltyTransactionId', 'Loyalty transaction ID', 'text'),
      required('TransactionDate', 'Transaction date', 'date'),
      optional('LoyaltyId', 'Loyalty ID', 'text'),
      optional('PointsEarned', 'Points earned', 'number'),
      optional('PointsRedeemed', 'Points redeemed', 'number'),
      optional('PointsBalance', 'Points balance', 'number'),
      optional('Tier', 'Tier', 'text'),
      optional('MembershipStartDate', 'Membership start date', 'date'),
    ],
  },
  SalesOrder: {
    label: 'Order',
    attributes: [
      required('SalesOrderId', 'Sales order ID', 'text'),
      required('OrderDate', 'Order date', 'date'),
      required('SalesAmount', 'Sales amount', 'number'),
      optional('OrderNumber', 'Order number', 'text'),
      optional('ProductCount', 'Product count', 'number'),
      optional('IsReturn', 'Is return', 'boolean'),
      optional('Status', 'Status', 'text'),
      optional('Currency', 'Currency', 'text'),
    ],
  },
  SalesOrderLine: {
    label: 'Order line',
    attributes: [
      required('OrderLineId', 'Order line ID', 'text'),
      required('OrderDate', 'Order date', 'date'),
      required('Amount', 'Amount', 'number'),
      optional('OrderId', 'Order ID', 'text'),
      optional('OrderLineNumber', 'Order line number', 'text'),
      optional('ProductId', 'Product ID', 'text'),
      optional('Quantity', 'Quantity', 'number'),
      optional('UnitPrice', 'Unit price', 'number'),
      optional('IsReturn', 'Is return', 'boolean'),
      optional('Currency', 'Currency', 'text'),
    ],
  },
  Subscription: {
    label: 'Subscription',
    attributes: [
      required('TransactionId', 'Transaction ID', 'text'),
      required('TransactionDate', 'Transaction date', 'date'),
      required('SubscriptionId', 'Subscription ID', 'text'),
      required('SubscriptionStartDate', 'Subscription start date', 'date'),
      required('SubscriptionEndDate', 'Subscription end date', 'date'),
      optional('SubscriptionType', 'Subscription type', 'text'),
      optional('SubscriptionAmount', 'Subscription amount', 'number'),
      optional('IsRecurring', 'Is recurring?', 'boolean'),
      optional('RecurringFrequencyInMonths', 'Recurring frequency in months', 'number'),
    ],
  },
};

/** What a contact table of business accounts can tell (§§ 2.4, 3.6). */
export const CONTACT_ATTRIBUTES: readonly TypeAttribute[] = [
  required('ContactId', 'Contact ID', 'text'),
  optional('FirstName', 'First name', 'text'),
  optional('LastName', 'Last name', 'text'),
  optional('BirthDate', 'Birth date', 'date'),
  optional('Gender', 'Gender', 'text'),
  optional('JobTitle', 'Job title', 'text'),
  optional('PrimaryEmail', 'Primary email', 'text'),
  optional('PrimaryPhone', 'Primary phone', 'text'),
  optional('StreetAddress', 'Street address', 'text'),
  optional('City', 'City', 'text'),
  optional('StateOrProvince', 'State or province', 'text'),
  optional('PostalCode', 'Postal code', 'text'),
  optional('CountryOrRegion', 'Country or region', 'text'),
];

/** True for a name in {@link SEMANTIC_TYPES}, which is case sensitive. */
export function isSemanticType(type: string): type is SemanticTypeName {
  return Object.hasOwn(SEMANTIC_TYPES, type);
}

/** What can be mapped to a type: nothing to `Other` and custom types (§ 3.7). */
export function attributesOf(type: string): readonly TypeAttribute[] {
  return isSemanticType(type) ? SEMANTIC_TYPES[type].attributes : [];
}

/** The icons that a definition can choose (D 26). */
export const ICON_NAMES = [
  'bag',
  'headset',
  'envelope',
  'globe',
  'star',
  'phone',
  'calendar',
  'truck',
  'card',
  'chat',
  'document',
  'tag',
] as const;

export type IconName = (typeof ICON_NAMES)[number];

/** Icons of types whose definition chooses none (D 26). All others get {@link FALLBACK_ICON}. */
export const DEFAULT_ICONS: Readonly<Record<SemanticTypeName, IconName>> = {
  Feedback: 'star',
  Loyalty: 'card',
  SalesOrder: 'bag',
  SalesOrderLine: 'bag',
  Subscription: 'calendar',
};

export const FALLBACK_ICON: IconName = 'document';

/** The icon of a type whose definition chooses none. */
export function defaultIcon(type: string): IconName {
  return isSemanticType(type) ? DEFAULT_ICONS[type] : FALLBACK_ICON;
}

/** What one item of a type is called in English: `Order line` for `SalesOrderLine`. */
export function displayTypeName(type: string): string {
  return isSemanticType(type) ? SEMANTIC_TYPES[type].label : type;
}

/**
 * What several items of a type are called in English, for chips that neither the host nor one source table
 * names (D 31, rule 3).
 */
export function pluralTypeName(type: string): string {
  const name = displayTypeName(type);
  if (/^(feedback|loyalty|other)$|(s|ing)$/i.test(name)) return name;
  return /[^aeiou]y$/i.test(name) ? `${name.slice(0, -1)}ies` : `${name}s`;
}

function required(key: string, label: string, type: TypeAttribute['type']): TypeAttribute {
  return { key, label, type, required: true };
}

function optional(key: string, label: string, type: TypeAttribute['type']): TypeAttribute {
  return { key, label, type, required: false };
}
