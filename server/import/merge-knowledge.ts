import { KNOWN } from '../../domain/records/hire.ts';

/** What is known of a row (bits of `KNOWN`), and up to which day. */
export interface Knowledge {
  readonly known: number;
  readonly followed_to: number;
}

const EVENTS = Object.entries(KNOWN)
  .filter(([name]) => name !== 'roster')
  .map(([, bit]) => bit);

/**
 * What is known of a row after one more file. Knowledge is never lost: a file without a column leaves what earlier
 * files said of it. The row is followed up to the day until which everything known of it is known: a file that does
 * not show who left does not lengthen a tenure, and an older file does not shorten one.
 */
export function mergeKnowledge(stored: Knowledge, file: Knowledge): Knowledge {
  const isRoster = (stored.known & file.known & KNOWN.roster) !== 0;
  const days: number[] = [];
  let known = 0;
  for (const bit of EVENTS) {
    const before = (stored.known & bit) !== 0;
    const now = (file.known & bit) !== 0;
    if (!before && !now) continue;
    known |= bit;
    if (before && now) days.push(Math.max(stored.followed_to, file.followed_to));
    else days.push(before ? stored.followed_to : file.followed_to);
  }
  return {
    known: isRoster ? known | KNOWN.roster : known,
    followed_to:
      days.length === 0 ? Math.max(stored.followed_to, file.followed_to) : Math.min(...days),
  };
}
