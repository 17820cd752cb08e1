import { expect } from 'chai';
import fc from 'fast-check';
import { VERDICT } from '../../../src/engine/store/records.js';
import { packVerdicts, unpackVerdicts } from '../../../src/engine/store/verdicts.js';

const anyOrdinal = fc.oneof(fc.nat({ max: 9 }), fc.nat({ max: VERDICT.undated - 1 }));
const anyVerdict = fc.oneof(
  anyOrdinal,
  anyOrdinal.map((ordinal) => ordinal | VERDICT.undated),
  fc.integer({ min: -20, max: -1 }),
  fc.constantFrom(VERDICT.keyEmpty, VERDICT.keyDuplicate),
);

describe('packed verdicts', () => {
  it('are the verdicts that were packed', () => {
    fc.assert(
      fc.property(fc.array(anyVerdict, { maxLength: 60 }), (verdicts) => {
        expect([...unpackVerdicts(packVerdicts(Int32Array.from(verdicts)))]).to.deep.equal(verdicts);
      }),
    );
  });
});
