import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { KNOWN } from '../../../domain/records/hire.ts';
import { mergeKnowledge } from '../../../server/import/merge-knowledge.ts';

const ALL = 127;
const at = (known: number, followed_to: number) => ({ known, followed_to });

describe('what is known after one more file', () => {
  it('a file with fewer columns takes nothing away and lengthens nothing', () => {
    expect(mergeKnowledge(at(ALL, 100), at(0, 200))).toEqual(at(ALL, 100));
    expect(mergeKnowledge(at(ALL, 100), at(KNOWN.hired, 200))).toEqual(at(ALL, 100));
  });

  it('a newer file with the same columns follows people longer, an older one no shorter', () => {
    expect(mergeKnowledge(at(ALL, 100), at(ALL, 200))).toEqual(at(ALL, 200));
    expect(mergeKnowledge(at(ALL, 200), at(ALL, 100))).toEqual(at(ALL, 200));
  });

  it('a file that adds a column is followed to where both are known', () => {
    expect(mergeKnowledge(at(KNOWN.left, 100), at(KNOWN.promoted, 200))).toEqual(
      at(KNOWN.left | KNOWN.promoted, 100),
    );
    expect(mergeKnowledge(at(KNOWN.left, 200), at(KNOWN.promoted, 100))).toEqual(
      at(KNOWN.left | KNOWN.promoted, 100),
    );
  });

  it('a roster does not take a person out of the counts, and a full file takes a person off the roster', () => {
    expect(mergeKnowledge(at(ALL, 100), at(KNOWN.roster, 200))).toEqual(at(ALL, 100));
    expect(mergeKnowledge(at(KNOWN.roster, 100), at(ALL, 200))).toEqual(at(ALL, 200));
    expect(mergeKnowledge(at(KNOWN.roster, 100), at(KNOWN.roster, 200))).toEqual(
      at(KNOWN.roster, 200),
    );
  });

  it('never claims a fact beyond the day up to which a file told it', () => {
    const knowledge = fc.record({
      known: fc.integer({ min: 0, max: 127 }),
      followed_to: fc.integer({ min: 0, max: 9 }),
    });
    fc.assert(
      fc.property(knowledge, knowledge, (before, now) => {
        const merged = mergeKnowledge(before, now);
        expect(merged.known).toBe(before.known | now.known);
        for (const bit of Object.values(KNOWN).filter((one) => (merged.known & one) !== 0)) {
          const told = [before, now].filter(({ known }) => (known & bit) !== 0);
          expect(merged.followed_to).toBeLessThanOrEqual(
            Math.max(...told.map(({ followed_to }) => followed_to)),
          );
        }
      }),
    );
  });
});
