import { CLEAR_MARKERS } from '../../domain/records/clear-marker.ts';
import { KIND_IDS, KINDS, columnsOf } from '../../domain/records/kinds.ts';

const REQUIRED = { true: 'yes', false: '', if_mapped: 'no empty cells' } as const;

const cell = (text: string): string => text.replaceAll('|', '\\|');

/** `docs/columns.md`, made from the tables of columns: what a file of each kind may hold. */
export function columnsPage(): string {
  const sections = KIND_IDS.map((kind) => {
    const { label } = KINDS[kind];
    const rows = columnsOf(kind).map(({ field, required, aliases, example, help }) =>
      [
        `\`${field}\``,
        REQUIRED[`${required}`],
        cell([...aliases.en, ...aliases.zh].join(', ')),
        cell(example),
        cell(`${help.en} ${help.zh}`),
      ].join(' | '),
    );
    return [
      `## ${kind}: ${label.en} (${label.zh})`,
      [
        '| Column | Required | Also recognized | Example | Meaning |',
        '| --- | --- | --- | --- | --- |',
        ...rows.map((row) => `| ${row} |`),
      ].join('\n'),
    ].join('\n\n');
  });
  return `${[
    '# Columns of the files you can import',
    'This page is written by `npm run docs` from `domain/records/`; edit the tables there. Headers are matched without regard to case, spaces, punctuation and full-width forms.',
    `A blank cell keeps what is stored. A cell that says ${CLEAR_MARKERS.map((marker) => `\`${marker}\``).join(' or ')} empties it; fields that a record needs, ids and other names cannot be emptied.`,
    'A cell that says `-`, `/`, `NULL`, `NaN`, `N/A`, `None` or `无` is read as blank, with a warning that counts such cells; so do `NA`, `nil`, `没有` and `未填` in columns of dates, numbers and fixed words. In a column of yes and no, `无` means no. What a spreadsheet writes where a formula failed (`#N/A`, `#REF!` …) rejects its row: it is not known what stood there.',
    'An apostrophe before `=`, `+`, `-`, `@` at the beginning of a cell is taken away: our own CSV files put it there, so that a spreadsheet does not run the cell. Characters that cannot be seen (zero-width spaces, marks of direction, controls) are left out of texts with a warning; in an id or a company they reject the row.',
    ...sections,
  ].join('\n\n')}\n`;
}
