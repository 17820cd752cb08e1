import type { RowsStrings } from '../../elements/shared/rows/rows-strings.js';

/** The rows behind a figure, in Japanese. */
export const rows: RowsStrings = {
  show: '行を表示',
  loading: '行を読み込んでいます',
  failed: '行を読み込めませんでした。',
  retry: '再試行',
  shown: '{total} 行中 {count} 行',
  none: '一致する行はありません。',
  line: '行番号',
  reason: '理由',
  hop: '参照先なし',
  search: '行を検索',
  anyReason: 'すべての理由',
  anyHop: 'すべてのキー',
  reasons: {
    'key-empty': 'キーなし',
    'key-duplicate': 'キーが重複',
    orphan: '顧客に到達しない',
    'no-valid-date': '有効な日付なし',
    'left-out': '対象外',
  },
  more: 'さらに行を表示',
  exportCsv: 'CSVでエクスポート',
  exportNdjson: 'NDJSONでエクスポート',
  exporting: '行をエクスポートしています: {total} 行中 {count} 行',
  exported: { other: '{count} 行をエクスポートしました。' },
  exportError: '行をエクスポートできませんでした。',
  cancelExport: 'エクスポートをキャンセル',
};
