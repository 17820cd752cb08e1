import type { IssueTexts } from '../../elements/shared/strings.js';

const nameRule = 'Beginnen Sie mit einem Buchstaben. Verwenden Sie nur Buchstaben und Ziffern.';

/** What can be wrong with a model, in German. Counts stand where no form depends on them. */
export const issues: IssueTexts = {
  // tables
  'no-tables': 'Wählen Sie mindestens eine Tabelle aus.',
  'no-date-field': '{table} hat kein Datumsfeld. Wählen Sie eine Tabelle mit mindestens einem Datumsfeld.',
  'type-missing': 'Wählen Sie einen Aktivitätstyp.',
  'type-name-invalid': nameRule,
  'type-name-taken': 'Diesen Aktivitätstyp gibt es schon.',
  'pk-missing': 'Wählen Sie einen Primärschlüssel.',
  'pk-duplicate': 'Doppelte Werte in {column}: {n}. Wählen Sie eine Spalte mit eindeutigen Werten.',
  'pk-empty': 'Zeilen, in denen {column} leer ist: {n}. Wählen Sie eine Spalte ohne leere Werte.',
  'pk-unchecked': 'Der Schlüssel konnte vor der Ausführung nicht geprüft werden.',
  // fields
  'name-missing': 'Geben Sie einen Aktivitätsnamen ein.',
  'name-invalid': nameRule,
  'name-taken': 'Eine Aktivität mit diesem Namen gibt es schon.',
  'timestamp-missing': 'Wählen Sie einen Zeitstempel.',
  'timestamp-unreadable': 'Werte in {column}, die kein Datum sind: {n} von {m}.',
  'date-order-ambiguous': '{column} kann Monat/Tag oder Tag/Monat sein. Wählen Sie die Reihenfolge.',
  'event-missing': 'Wählen Sie eine Ereignisaktivität.',
  'attribute-missing': 'Ordnen Sie {attribute} ein Feld zu.',
  'attribute-type': 'Werte in {column}, die nicht zum Attribut passen: {n} von {m}.',
  'attribute-unknown': '{type} hat kein Attribut {attribute}. Entfernen Sie die Zuordnung.',
  'time-zone-unknown':
    'Die Zeitzone „{timeZone}“ gibt es nicht. Verwenden Sie einen Namen wie Europe/Berlin oder UTC.',
  // relationships
  'relationship-missing': 'Fügen Sie eine Beziehung für {table} hinzu.',
  'path-incomplete': 'Setzen Sie den Pfad fort, bis er eine Kundentabelle erreicht.',
  'path-cycle': '{table} liegt schon auf diesem Pfad.',
  'path-too-long': 'Höchstzahl der Beziehungen eines Pfads: {limit}.',
  'path-broken': 'Die Beziehung {relationship} beginnt nicht bei {table}. Wählen Sie eine, die dort beginnt.',
  'relationship-unknown':
    'Die Beziehung {relationship} gibt es nicht. Fügen Sie sie hinzu oder wählen Sie eine andere.',
  'relationship-name-invalid': nameRule,
  'relationship-name-taken': 'Eine andere Beziehung hat diesen Namen.',
  'contact-table-missing': 'Vereinheitlichen Sie Kontakte, bevor Sie deren Aktivitäten hinzufügen.',
  orphans: 'Zeilen, die keinen Kunden erreichen: {n} von {m}.',
  // customers and contacts
  'customers-missing': 'Fügen Sie mindestens eine Kundentabelle hinzu.',
  'customer-table-taken': '{table} ist schon eine Kundentabelle.',
  'customer-table-unknown': '{table} ist keine Kundentabelle. Fügen Sie sie zu den Kundentabellen hinzu.',
  'rule-name-missing': 'Geben Sie einen Namen für die Regel ein.',
  'rule-name-taken': 'Eine andere Regel hat diesen Namen.',
  'rule-order':
    '{table} kann nur mit einer Tabelle darüber abgeglichen werden. Wählen Sie eine oder ändern Sie die Reihenfolge.',
  'rule-conditions-missing': 'Fügen Sie der Regel mindestens eine Bedingung hinzu.',
  'precision-text-only': '{column} ist kein Text. Stellen Sie die Genauigkeit auf „genau“.',
  'rank-column-missing': 'Wählen Sie eine Spalte von {table} mit Datumsangaben oder Zahlen.',
  'rank-column-type': '{column} hat weder Datumsangaben noch Zahlen. Wählen Sie eine andere Spalte.',
  'pair-conflict':
    'Für {key} und {withKey} ist festgelegt, dass sie immer und dass sie nie zusammengehören. Entfernen Sie eines davon.',
  'group-differs':
    'Alle Felder der Gruppe {group} brauchen dieselben Tabellen in derselben Reihenfolge und dieselbe Zusammenführung.',
  'group-too-large':
    'Die Gruppe {group} ist zu groß. Höchstzahl der Felder: {fields}, der Quellen je Feld: {sources}.',
  'field-name-missing': 'Geben Sie einen Namen für das Feld ein.',
  'field-name-taken': 'Ein anderes Feld hat diesen Namen.',
  'field-sources-missing': 'Wählen Sie mindestens eine Spalte für das Feld {field}.',
  'contact-table-taken': '{table} ist schon eine Kontakttabelle.',
  'contacts-unused': 'Kontakte werden nur bei Firmen verwendet.',
  // any place that names a table or a column
  'table-undefined':
    'Das Modell beschreibt die Tabelle {table} nicht. Fügen Sie sie zu den Tabellen des Modells hinzu.',
  'table-missing': 'Die Tabelle {table} ist nicht da. Importieren Sie sie oder wählen Sie eine andere.',
  'column-missing': '{table} hat keine Spalte {column}. Wählen Sie eine andere.',
  // the document
  'table-name-invalid': 'Diese Tabelle muss {expected} heißen.',
  'table-taken': 'Eine andere Tabelle hat diesen Namen.',
  'column-taken': '{table} hat zwei Spalten namens {column}. Benennen Sie eine um.',
  'id-taken': 'Eine andere Aktivität hat diese ID.',
};
