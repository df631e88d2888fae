import type { ActionListId } from '../../../domain/action-lists.ts';
import type { DimensionId } from '../../../domain/dimensions.ts';
import type { Language } from '../../../domain/language.ts';
import type { ActionPerson } from '../../api/season.ts';
import type { KeyValue } from '../../api/figures.ts';
import type { Explanation } from '../../frame/explain-context.ts';
import { keyName, keyParameter } from '../../frame/named.ts';
import type { PanelCell, PanelTable } from '../../frame/panel-table.ts';

/** The columns of a list; each has a heading in the translations. */
const COLUMNS = {
  internships: ['person', 'school', 'major', 'interned_to', 'when', 'state'],
  reneging: ['person', 'school', 'major', 'department', 'accepted_on', 'when', 'past', 'past_n'],
  contracts: ['person', 'school', 'major', 'department', 'hired_on', 'due_on', 'when'],
} as const satisfies Record<ActionListId, readonly string[]>;

export type ActionColumn = (typeof COLUMNS)[ActionListId][number];

const NUMERIC: readonly ActionColumn[] = ['past', 'past_n'];

interface Words {
  readonly heading: (column: ActionColumn) => string;
  /** How far a day lies ahead of the as-of, or behind it where it is below 0. */
  readonly when: (days: number) => string;
  readonly state: (offeredOn: string | null) => string;
  /** What the past reneging of a school is of. */
  readonly past: (school: string) => Explanation;
}

const named = (id: DimensionId, value: KeyValue, language: Language): PanelCell => ({
  kind: 'text',
  text: keyName(id, value, language),
  filter: { dimension: id, value: keyParameter(value) },
});

function cellOf(
  column: ActionColumn,
  person: ActionPerson,
  words: Words,
  language: Language,
): PanelCell {
  switch (column) {
    case 'person':
      return {
        kind: 'text',
        text: person.candidate_id ?? person.employee_id ?? `#${person.id}`,
        record: person.id,
      };
    case 'school':
    case 'major':
    case 'department':
      return named(column, person[column], language);
    case 'when':
      return { kind: 'text', text: words.when(person.days) };
    case 'state':
      return { kind: 'text', text: words.state(person.offered_on) };
    case 'past':
      return {
        kind: 'figure',
        unit: 'percent',
        figure: person.past_renege_rate ?? { value: null, n: 0, status: 'no_data' },
        explain: words.past(String(person.school.id)),
      };
    case 'past_n':
      return { kind: 'count', count: person.past_renege_rate?.n ?? 0 };
    case 'interned_to':
    case 'accepted_on':
    case 'hired_on':
    case 'due_on':
      return { kind: 'text', text: person[column] ?? '' };
  }
}

/** A list of people as a table, in the order of the list. */
export function actionTable(
  list: ActionListId,
  people: readonly ActionPerson[],
  words: Words,
  language: Language,
): PanelTable {
  const columns: readonly ActionColumn[] = COLUMNS[list];
  return {
    columns: columns.map((id) => ({ id, label: words.heading(id), numeric: NUMERIC.includes(id) })),
    rows: people.map((person) => ({
      id: String(person.id),
      cells: columns.map((column) => cellOf(column, person, words, language)),
    })),
  };
}
