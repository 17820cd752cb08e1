import type { IssueTexts } from '../../elements/shared/strings.js';

const nameRule = 'ابدأ بحرف. استخدم الأحرف والأرقام فقط.';

/** What can be wrong with a model, in Arabic. Counts stand where no form depends on them. */
export const issues: IssueTexts = {
  // tables
  'no-tables': 'حدد جدولًا واحدًا على الأقل.',
  'no-date-field': 'لا يوجد حقل تاريخ في {table}. اختر جدولًا به حقل تاريخ واحد على الأقل.',
  'type-missing': 'اختر نوع النشاط.',
  'type-name-invalid': nameRule,
  'type-name-taken': 'نوع النشاط هذا موجود بالفعل.',
  'pk-missing': 'اختر مفتاحًا أساسيًا.',
  'pk-duplicate': 'عدد القيم المكررة في {column}: {n}. اختر عمودًا قيمه فريدة.',
  'pk-empty': 'عدد الصفوف التي يكون فيها {column} فارغًا: {n}. اختر عمودًا بلا قيم فارغة.',
  'pk-unchecked': 'تعذر فحص المفتاح قبل التشغيل.',
  // fields
  'name-missing': 'أدخل اسم النشاط.',
  'name-invalid': nameRule,
  'name-taken': 'يوجد نشاط بهذا الاسم بالفعل.',
  'timestamp-missing': 'اختر طابعًا زمنيًا.',
  'timestamp-unreadable': 'عدد القيم التي ليست تواريخ في {column}: {n} من {m}.',
  'date-order-ambiguous': 'قد تكون قيم {column} شهرًا/يومًا أو يومًا/شهرًا. اختر الترتيب.',
  'event-missing': 'اختر نشاط الحدث.',
  'attribute-missing': 'عيّن حقلًا للسمة {attribute}.',
  'attribute-type': 'عدد القيم التي لا تناسب السمة في {column}: {n} من {m}.',
  'attribute-unknown': 'لا توجد في {type} سمة باسم {attribute}. أزل تعيينها.',
  'time-zone-unknown': 'لا توجد منطقة زمنية باسم «{timeZone}». استخدم اسمًا مثل Europe/Berlin أو UTC.',
  // relationships
  'relationship-missing': 'أضف علاقة للجدول {table}.',
  'path-incomplete': 'تابع المسار حتى يصل إلى جدول عملاء.',
  'path-cycle': 'الجدول {table} موجود بالفعل في هذا المسار.',
  'path-too-long': 'الحد الأقصى لعدد العلاقات في المسار: {limit}.',
  'path-broken': 'لا تبدأ العلاقة {relationship} من {table}. اختر علاقة تبدأ منه.',
  'relationship-unknown': 'لا توجد علاقة باسم {relationship}. أضفها أو اختر علاقة أخرى.',
  'relationship-name-invalid': nameRule,
  'relationship-name-taken': 'هذا الاسم مستخدم لعلاقة أخرى.',
  'contact-table-missing': 'وحّد جهات الاتصال قبل إضافة أنشطتها.',
  orphans: 'عدد الصفوف التي لا تصل إلى عميل: {n} من {m}.',
  // customers and contacts
  'customers-missing': 'أضف جدول عملاء واحدًا على الأقل.',
  'customer-table-taken': 'الجدول {table} هو بالفعل جدول عملاء.',
  'customer-table-unknown': 'الجدول {table} ليس جدول عملاء. أضفه إلى جداول العملاء.',
  'rule-name-missing': 'أدخل اسمًا للقاعدة.',
  'rule-name-taken': 'هذا الاسم مستخدم لقاعدة أخرى.',
  'rule-order': 'لا يمكن مطابقة {table} إلا مع جدول يسبقه. اختر جدولًا منها أو غيّر الترتيب.',
  'rule-conditions-missing': 'أضف شرطًا واحدًا على الأقل إلى القاعدة.',
  'precision-text-only': '{column} ليس نصًا. عيّن الدقة إلى «تطابق تام».',
  'rank-column-missing': 'اختر عمود تاريخ أو رقم من {table}.',
  'rank-column-type': 'لا يحتوي {column} على تواريخ ولا أرقام. اختر عمودًا آخر.',
  'pair-conflict': 'حُدد للمفتاحين {key} و{withKey} أن يتطابقا دائمًا وألا يتطابقا أبدًا. أزل أحد الخيارين.',
  'group-differs': 'يجب أن تكون لكل حقول المجموعة {group} الجداول نفسها بالترتيب نفسه وبطريقة الدمج نفسها.',
  'group-too-large':
    'المجموعة {group} كبيرة جدًا. الحد الأقصى لعدد الحقول: {fields}، ولعدد المصادر في كل حقل: {sources}.',
  'field-name-missing': 'أدخل اسمًا للحقل.',
  'field-name-taken': 'هذا الاسم مستخدم لحقل آخر.',
  'field-sources-missing': 'اختر عمودًا واحدًا على الأقل للحقل {field}.',
  'contact-table-taken': 'الجدول {table} هو بالفعل جدول جهات اتصال.',
  'contacts-unused': 'لا تُستخدم جهات الاتصال إلا مع حسابات الأعمال.',
  // any place that names a table or a column
  'table-undefined': 'لا يصف النموذج الجدول {table}. أضفه إلى جداول النموذج.',
  'table-missing': 'الجدول {table} غير موجود. استورده أو اختر جدولًا آخر.',
  'column-missing': 'لا يوجد عمود باسم {column} في {table}. اختر عمودًا آخر.',
  // the document
  'table-name-invalid': 'يجب أن يكون اسم هذا الجدول {expected}.',
  'table-taken': 'هذا الاسم مستخدم لجدول آخر.',
  'column-taken': 'يوجد في {table} عمودان باسم {column}. أعد تسمية أحدهما.',
  'id-taken': 'هذا المعرّف مستخدم لنشاط آخر.',
};
