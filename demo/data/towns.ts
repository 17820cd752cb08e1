export interface Town {
  name: string;
  /** Where its post codes begin. */
  postArea: string;
  /** Street of an outfitters' store, where there is one. */
  store?: string;
}

export const towns: readonly Town[] = [
  { name: 'Bristol', postArea: 'BS', store: 'Harbourside' },
  { name: 'Leeds', postArea: 'LS', store: 'Vicar Lane' },
  { name: 'Edinburgh', postArea: 'EH', store: 'Rose Street' },
  { name: 'Cardiff', postArea: 'CF', store: 'Castle Arcade' },
  { name: 'Sheffield', postArea: 'S', store: 'Division Street' },
  { name: 'Keswick', postArea: 'CA', store: 'Market Square' },
  { name: 'Norwich', postArea: 'NR', store: 'The Lanes' },
  { name: 'Belfast', postArea: 'BT', store: 'Cathedral Quarter' },
  { name: 'Bath', postArea: 'BA' },
  { name: 'Brecon', postArea: 'LD' },
  { name: 'Carlisle', postArea: 'CA' },
  { name: 'Derby', postArea: 'DE' },
  { name: 'Durham', postArea: 'DH' },
  { name: 'Exeter', postArea: 'EX' },
  { name: 'Fort William', postArea: 'PH' },
  { name: 'Glasgow', postArea: 'G' },
  { name: 'Hexham', postArea: 'NE' },
  { name: 'Inverness', postArea: 'IV' },
  { name: 'Kendal', postArea: 'LA' },
  { name: 'Lancaster', postArea: 'LA' },
  { name: 'Ludlow', postArea: 'SY' },
  { name: 'Matlock', postArea: 'DE' },
  { name: 'Newcastle', postArea: 'NE' },
  { name: 'Oban', postArea: 'PA' },
  { name: 'Penrith', postArea: 'CA' },
  { name: 'Perth', postArea: 'PH' },
  { name: 'Plymouth', postArea: 'PL' },
  { name: 'Shrewsbury', postArea: 'SY' },
  { name: 'Skipton', postArea: 'BD' },
  { name: 'Stirling', postArea: 'FK' },
  { name: 'Totnes', postArea: 'TQ' },
  { name: 'Whitby', postArea: 'YO' },
  { name: 'York', postArea: 'YO' },
];
