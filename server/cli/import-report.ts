import { issueMessage } from '../../domain/records/issues.ts';
import type { Mapping, Result, Summary } from '../../domain/records/import-shapes.ts';

const MOST_OF_A_CODE = 3;
const MOST_NAMES = 10;

function plural(count: number, one: string): string {
  return `${count} ${one}${count === 1 ? '' : 's'}`;
}

/** What committing would do, as lines of text. */
export function summaryLines(summary: Summary): string[] {
  const { rows, valid, invalid, unchanged, duplicates, rehires, blank, totals } = summary;
  return [
    `${plural(rows, 'row')}: ${valid} valid, ${invalid} invalid`,
    `valid: ${summary.new} new, ${summary.changed} changed, ${unchanged} unchanged, ${plural(duplicates, 'duplicate')}, ${plural(rehires, 'rehire')}, ${blank} blank${totals === 0 ? '' : `, ${plural(totals, 'row')} of totals`}`,
    ...(summary.asOf === null ? [] : [`as of ${summary.asOf}`]),
    ...summary.issues.map(({ code, count, severity }) => `${severity} ${code}: ${count}`),
  ];
}

/** The first places where something is wrong, and names that are not known, as lines of text. */
export function problemLines({ examples, unresolved }: Summary): string[] {
  const seen = new Map<string, number>();
  const first = examples.filter(({ code }) => {
    const count = (seen.get(code) ?? 0) + 1;
    seen.set(code, count);
    return count <= MOST_OF_A_CODE;
  });
  const shown = first.map(({ line, column, code, params }) => {
    const place = line === null ? 'file' : `line ${line}`;
    return `${place}${column === null ? '' : `, ${column}`}: ${issueMessage(code, params, 'en')}`;
  });
  const names = (['school', 'major'] as const).flatMap((kind) =>
    unresolved[kind].slice(0, MOST_NAMES).map(({ name, count, suggestions }) => {
      const like = suggestions.map((suggestion) => `${suggestion.name} (${suggestion.score})`);
      const hint = like.length === 0 ? '' : `; maybe ${like.join(', ')}`;
      return `unknown ${kind} "${name}" in ${plural(count, 'row')}${hint}`;
    }),
  );
  return [...shown, ...names];
}

/** What committing did, as one line of text. */
export function resultLine(result: Result): string {
  const { inserted, updated, unchanged, skipped, invalid, duplicates, rehires, blank, totals } =
    result;
  const { removed } = result;
  const rows = inserted + updated + unchanged + skipped;
  const parts = `${invalid} invalid, ${plural(duplicates, 'duplicate')}, ${plural(rehires, 'rehire')}, ${blank} blank${totals === 0 ? '' : `, ${plural(totals, 'row')} of totals`}`;
  return `${plural(rows, 'row')} = ${inserted} inserted + ${updated} updated + ${unchanged} unchanged + ${skipped} skipped (${parts})${removed === 0 ? '' : `; ${removed} of earlier files removed`}`;
}

/** What was taken over from the last file with the same headers, as lines of text. */
export function asBeforeLines(said: Mapping, used: Mapping | null): string[] {
  if (used === null) return [];
  const constants = Object.entries(used.constants).filter(
    ([field]) => !Object.hasOwn(said.constants, field),
  );
  const words = [
    ...constants.map(([field, value]) => `${field}=${value}`),
    ...(used.dateOrder && !said.dateOrder ? [`date order ${used.dateOrder}`] : []),
    ...(used.decimal && !said.decimal ? [`decimal sign ${used.decimal}`] : []),
  ];
  return words.length === 0 ? [] : [`as for the last file with these headers: ${words.join(', ')}`];
}
