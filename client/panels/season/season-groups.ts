import type { Language } from '../../../domain/language.ts';
import type { Season } from '../../api/season.ts';
import { keyName, keyParameter } from '../../frame/named.ts';
import type { Explanation } from '../../frame/explain-context.ts';
import type { PanelTable } from '../../frame/panel-table.ts';

interface Labels {
  readonly group: string;
  /** Headings of an event in the season and on the same day of the one before. */
  readonly accepted: readonly [string, string];
  readonly offered: readonly [string, string];
  readonly change: string;
  /** Writes a difference with its sign. */
  readonly difference: (value: number) => string;
}

/** What a count of a group is of: the people of one season, as of its day. */
export type ExplainGroup = (
  metric: 'acceptances' | 'offers',
  key: Readonly<Record<string, string>>,
  asOf: string | undefined,
) => Explanation;

/** Every group on the same day of the season and of the one before, those with the most acceptances first. */
export function groupsTable(
  season: Season,
  labels: Labels,
  explainOf: ExplainGroup,
  language: Language,
): PanelTable {
  const { by } = season;
  const [current, last] = season.seasons;
  const numeric = (id: string, label: string) => ({ id, label, numeric: true });
  const rows = season.rows
    .flatMap((row) => {
      const [now, before] = row.seasons;
      return now === undefined || before === undefined ? [] : [{ key: row.key, now, before }];
    })
    .filter(({ now, before }) => [now, before].some((one) => one.accepted + one.offered > 0))
    .toSorted((a, b) => b.now.accepted - a.now.accepted || b.before.accepted - a.before.accepted);
  return {
    columns: [
      { id: 'group', label: labels.group, numeric: false },
      numeric('accepted', labels.accepted[0]),
      numeric('accepted-before', labels.accepted[1]),
      numeric('change', labels.change),
      numeric('offered', labels.offered[0]),
      numeric('offered-before', labels.offered[1]),
    ],
    rows: rows.map(({ key, now, before }) => {
      const value = key[by] ?? null;
      const id = keyParameter(value);
      const count = (
        metric: 'acceptances' | 'offers',
        people: number,
        of: Season['seasons'][number] | undefined,
      ) => ({
        kind: 'count' as const,
        count: people,
        explain: explainOf(metric, { [by]: id, year: String(of?.year ?? '') }, of?.asOf),
      });
      return {
        id: `=${id}`,
        cells: [
          {
            kind: 'text',
            text: keyName(by, value, language),
            filter: { dimension: by, value: id },
          },
          count('acceptances', now.accepted, current),
          count('acceptances', before.accepted, last),
          { kind: 'text', text: labels.difference(now.accepted - before.accepted) },
          count('offers', now.offered, current),
          count('offers', before.offered, last),
        ],
      };
    }),
  };
}
