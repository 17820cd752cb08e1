import type { RowsStrings } from '../../elements/shared/rows/rows-strings.js';

/** The rows behind a figure, in Arabic. */
export const rows: RowsStrings = {
  show: 'عرض الصفوف',
  loading: 'جارٍ تحميل الصفوف',
  failed: 'تعذّرت قراءة الصفوف.',
  retry: 'إعادة المحاولة',
  shown: 'الصفوف: {count} من {total}',
  none: 'لا يوجد صف مطابق.',
  line: 'السطر',
  reason: 'السبب',
  hop: 'لا يؤدي إلى شيء',
  search: 'البحث في الصفوف',
  anyReason: 'أي سبب',
  anyHop: 'أي مفتاح',
  reasons: {
    'key-empty': 'بلا مفتاح',
    'key-duplicate': 'المفتاح ورد من قبل',
    orphan: 'لا يصل إلى أي عميل',
    'no-valid-date': 'بلا تاريخ صالح',
    'left-out': 'مستبعد',
  },
  more: 'عرض المزيد من الصفوف',
  exportCsv: 'تصدير بتنسيق CSV',
  exportNdjson: 'تصدير بتنسيق NDJSON',
  exporting: 'جارٍ تصدير الصفوف: {count} من {total}',
  exported: {
    zero: 'لم يُصدَّر أي صف.',
    one: 'تم تصدير صف واحد.',
    two: 'تم تصدير صفين.',
    few: 'تم تصدير {count} صفوف.',
    many: 'تم تصدير {count} صفًا.',
    other: 'تم تصدير {count} صف.',
  },
  exportError: 'تعذّر تصدير الصفوف.',
  cancelExport: 'إلغاء التصدير',
};
