import type { IssueTexts } from '../../elements/shared/strings.js';

const nameRule = '文字で始め、文字と数字のみを使用してください。';

/** What can be wrong with a model, in Japanese. */
export const issues: IssueTexts = {
  // tables
  'no-tables': 'テーブルを 1 つ以上選択してください。',
  'no-date-field':
    '{table} には日付フィールドがありません。日付フィールドが 1 つ以上あるテーブルを選んでください。',
  'type-missing': 'アクティビティの種類を選んでください。',
  'type-name-invalid': nameRule,
  'type-name-taken': 'このアクティビティの種類はすでに存在します。',
  'pk-missing': '主キーを選んでください。',
  'pk-duplicate': '{column} に {n} 個の重複する値があります。値が一意の列を選んでください。',
  'pk-empty': '{column} は {n} 行で空です。空の値がない列を選んでください。',
  'pk-unchecked': '実行前にキーを確認できませんでした。',
  // fields
  'name-missing': 'アクティビティ名を入力してください。',
  'name-invalid': nameRule,
  'name-taken': 'この名前のアクティビティはすでに存在します。',
  'timestamp-missing': 'タイムスタンプを選んでください。',
  'timestamp-unreadable': '{column} の {m} 個の値のうち {n} 個は日付ではありません。',
  'date-order-ambiguous': '{column} は月/日とも日/月とも読み取れます。順序を選んでください。',
  'event-missing': 'イベントアクティビティを選んでください。',
  'attribute-missing': '{attribute} にフィールドをマッピングしてください。',
  'attribute-type': '{column} の {m} 個の値のうち {n} 個は属性に合いません。',
  'attribute-unknown': '{type} に属性 {attribute} はありません。マッピングを削除してください。',
  'time-zone-unknown':
    'タイムゾーン「{timeZone}」はありません。Europe/Berlin や UTC などの名前を使用してください。',
  // relationships
  'relationship-missing': '{table} の関係を追加してください。',
  'path-incomplete': '顧客テーブルに到達するまでパスを続けてください。',
  'path-cycle': '{table} はすでにこのパスにあります。',
  'path-too-long': '1 つのパスに含められる関係は {limit} 個までです。',
  'path-broken': '関係 {relationship} は {table} から始まっていません。そこから始まる関係を選んでください。',
  'relationship-unknown': '関係 {relationship} はありません。追加するか、別の関係を選んでください。',
  'relationship-name-invalid': nameRule,
  'relationship-name-taken': 'この名前はほかの関係で使われています。',
  'contact-table-missing': '連絡先のアクティビティを追加する前に、連絡先を統合してください。',
  orphans: '{m} 行のうち {n} 行は顧客に到達しません。',
  // customers and contacts
  'customers-missing': '顧客テーブルを 1 つ以上追加してください。',
  'customer-table-taken': '{table} はすでに顧客テーブルです。',
  'customer-table-unknown': '{table} は顧客テーブルではありません。顧客テーブルに追加してください。',
  'rule-name-missing': 'ルールの名前を入力してください。',
  'rule-name-taken': 'この名前はほかのルールで使われています。',
  'rule-order':
    '{table} は、それより上にあるテーブルとのみ照合できます。上のテーブルを選ぶか、順序を変更してください。',
  'rule-conditions-missing': 'ルールに条件を 1 つ以上追加してください。',
  'precision-text-only': '{column} はテキストではありません。精度を「完全一致」にしてください。',
  'rank-column-missing': '{table} の日付または数値の列を選んでください。',
  'rank-column-type': '{column} は日付でも数値でもありません。別の列を選んでください。',
  'pair-conflict':
    '{key} と {withKey} は、常に一致と常に不一致の両方に設定されています。どちらかを削除してください。',
  'group-differs':
    'グループ {group} のすべてのフィールドで、テーブル、その順序、マージ方法を同じにしてください。',
  'group-too-large':
    'グループ {group} に含められるのは {fields} 個のフィールドまで、ソースはそれぞれ {sources} 個までです。',
  'field-name-missing': 'フィールドの名前を入力してください。',
  'field-name-taken': 'この名前はほかのフィールドで使われています。',
  'field-sources-missing': 'フィールド {field} の列を 1 つ以上選んでください。',
  'contact-table-taken': '{table} はすでに連絡先テーブルです。',
  'contacts-unused': '連絡先は取引先企業でのみ使用されます。',
  // any place that names a table or a column
  'table-undefined': 'モデルにテーブル {table} の記述がありません。モデルのテーブルに追加してください。',
  'table-missing': 'テーブル {table} がありません。インポートするか、別のテーブルを選んでください。',
  'column-missing': '{table} に列 {column} はありません。別の列を選んでください。',
  // the document
  'table-name-invalid': 'このテーブルの名前は {expected} でなければなりません。',
  'table-taken': 'この名前はほかのテーブルで使われています。',
  'column-taken': '{table} に {column} という列が 2 つあります。一方の名前を変更してください。',
  'id-taken': 'この ID はほかのアクティビティで使われています。',
};
