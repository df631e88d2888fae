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
    ...sections,
  ].join('\n\n')}\n`;
}
