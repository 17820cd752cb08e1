import type { ByteList } from './byte-list.js';
import { learnSymbols } from './learn-symbols.js';
import { learnTemplate } from './learn-template.js';
import type { NumberTemplate } from './number-template.js';
import { NumberedTexts, type NumberMemory } from './numbered-texts.js';
import type { PackedTexts } from './packed-texts.js';
import { PlainTexts } from './plain-texts.js';
import { SymbolEncoder } from './symbol-encoder.js';
import { SymbolTable } from './symbol-table.js';
import { SymbolTexts } from './symbol-texts.js';

/** Part of the texts of a list that may have another form than the template of their column. */
const MAX_MISFITS = 1 / 8;
/** Codes and symbols must take less than this part of the bytes. */
const WORTH_CODING = 0.9;
/** Bytes of a list below which symbols take more than they save. */
const LEAST_BYTES = 1024;
/** A column that changes its looks again and again is not looked at for ever. */
const MAX_LESSONS = 3;

/**
 * Packs the lists of texts of one column. What the first list was found to be made of holds for the next ones until
 * one does not fit: then it is found anew.
 */
export class TextPacker {
  #template: NumberTemplate | null = null;
  #table: SymbolTable | null = null;
  #encoder: SymbolEncoder | null = null;
  #lessons = 0;

  /** The list may be changed, and `memory` used again, only when the answer is no longer used. */
  pack(texts: ByteList, memory?: NumberMemory): PackedTexts {
    return this.#packKnown(texts, memory) ?? this.#learn(texts, memory) ?? new PlainTexts(texts);
  }

  #learn(texts: ByteList, memory?: NumberMemory): PackedTexts | null {
    if (this.#lessons === MAX_LESSONS || texts.size === 0) return null;
    this.#lessons++;
    this.#table = null;
    this.#template = learnTemplate(texts);
    const numbered = this.#packKnown(texts, memory);
    if (numbered !== null) return numbered;
    this.#template = null;
    if (texts.size < LEAST_BYTES) return null;
    this.#table = new SymbolTable(learnSymbols(texts));
    this.#encoder = new SymbolEncoder(this.#table.symbols);
    return this.#packKnown(texts);
  }

  #packKnown(texts: ByteList, memory?: NumberMemory): PackedTexts | null {
    if (this.#template !== null) {
      return NumberedTexts.of(this.#template, texts, Math.floor(texts.length * MAX_MISFITS), memory);
    }
    if (this.#table === null || this.#encoder === null) return null;
    const packed = new SymbolTexts(this.#table, this.#encoder.encode(texts));
    return packed.size + this.#table.symbols.size < texts.size * WORTH_CODING ? packed : null;
  }
}
