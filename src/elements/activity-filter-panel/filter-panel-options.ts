/** What `<activity-filter-panel>` offers. A group that is absent is not shown. */
export interface FilterPanelOptions {
  /** Activity types in the order in which they are listed (D 48). */
  readonly types?: readonly TypeOption[];
  /** Contacts in any order: the panel lists them by name (D 47). */
  readonly contacts?: readonly ContactOption[];
  /** Whether dates can be filtered. Default: true. */
  readonly dates?: boolean;
  /** Calendar days `YYYY-MM-DD` of the oldest and the newest activity: the date pickers lead to their years. */
  readonly first?: string;
  readonly last?: string;
}

export interface TypeOption {
  readonly type: string;
  /** For people. Default: the type. */
  readonly label?: string;
  readonly count?: number;
}

export interface ContactOption {
  /** null: activities not mapped to a contact. */
  readonly contactId: string | null;
  /** For people. Default: the id. */
  readonly name?: string;
  readonly count?: number;
}

/** One line of a group. */
export interface Choice<Key> {
  readonly key: Key;
  readonly label: string;
  readonly count?: number;
}

/** The types, those behind them that the filter names and the options do not, so that they can be unchecked. */
export function typeChoices({ types = [] }: FilterPanelOptions, named: readonly string[]): Choice<string>[] {
  const choices = types.map(({ type, label, count }) => ({ key: type, label: label || type, count }));
  const known = new Set(choices.map(({ key }) => key));
  return [...choices, ...named.filter((key) => !known.has(key)).map((key) => ({ key, label: key }))];
}

/** Not mapped first, then by name (§ 7.5); contacts that only the filter names are among them by their ids. */
export function contactChoices(
  { contacts = [] }: FilterPanelOptions,
  named: readonly (string | null)[],
  { notMapped, compare }: { notMapped: string; compare: (one: string, other: string) => number },
): Choice<string | null>[] {
  const known = new Set(contacts.map(({ contactId }) => contactId));
  const all: readonly ContactOption[] = [
    ...contacts,
    ...named.filter((contactId) => !known.has(contactId)).map((contactId) => ({ contactId })),
  ];
  return all
    .map(({ contactId, name, count }) => ({
      key: contactId,
      label: contactId === null ? notMapped : name || contactId,
      count,
    }))
    .sort(
      (one, other) =>
        Number(other.key === null) - Number(one.key === null) ||
        compare(one.label, other.label) ||
        compare(one.key ?? '', other.key ?? ''),
    );
}
