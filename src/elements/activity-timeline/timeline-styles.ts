import type { CSSResultGroup } from 'lit';
import { baseStyles } from '../shared/base-styles.js';
import { tokens } from '../shared/tokens.js';
import { typeColors } from '../shared/type-colors.js';
import { chipStyles } from './chip-styles.js';
import { detailStyles } from './detail/detail-styles.js';
import { densityStyles } from './density/density-styles.js';
import { frameStyles } from './frame-styles.js';
import { headerStyles } from './header-styles.js';
import { itemStyles } from './item-styles.js';
import { messageStyles } from './message-styles.js';
import { printStyles } from './print/print-styles.js';
import { repeatStyles } from './repeat-styles.js';
import { toolsStyles } from './tools/tools-styles.js';

export const timelineStyles: CSSResultGroup = [
  tokens,
  typeColors,
  baseStyles,
  frameStyles,
  headerStyles,
  chipStyles,
  densityStyles,
  itemStyles,
  detailStyles,
  repeatStyles,
  messageStyles,
  toolsStyles,
  printStyles,
];
