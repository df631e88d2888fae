import { EVENT_IDS, EVENTS, type EventId } from '../../../domain/events.ts';
import type { Language } from '../../../domain/language.ts';
import type { Activity, ActivityRow } from '../../api/pipeline.ts';
import { keyName, keyParameter } from '../../frame/named.ts';
import type { Filters } from '../../../domain/filters.ts';
import type { Explanation } from '../../frame/explain-context.ts';
import { explained } from '../../frame/explanation.ts';
import type { PanelTable } from '../../frame/panel-table.ts';

/** The events that happened at all, in their order. */
export function eventsShown(total: readonly ActivityRow[]): EventId[] {
  return EVENT_IDS.filter((event) => total.some(({ counts }) => counts[event] > 0));
}

const NO_EVENTS = Object.fromEntries(EVENT_IDS.map((event) => [event, 0]));

/** Every calendar year from the first event to the last, also those in which nothing happened. */
export function activityYears(total: readonly ActivityRow[]) {
  const years = total.map(({ eventYear }) => eventYear);
  if (years.length === 0) return [];
  const [first, last] = [Math.min(...years), Math.max(...years)];
  return Array.from({ length: last - first + 1 }, (_, index) => {
    const year = first + index;
    const row = total.find(({ eventYear }) => eventYear === year);
    const counts: Readonly<Record<string, number>> = row?.counts ?? NO_EVENTS;
    return { year, counts };
  });
}

/** The calendar year that groups are shown of: the one in the address, else the last that was over by the as-of. */
export function shownYear(
  { total, asOf }: Pick<Activity, 'total' | 'asOf'>,
  wanted: string | undefined,
): number | null {
  const years = total.map(({ eventYear }) => eventYear);
  const asked = years.find((year) => String(year) === wanted);
  if (asked !== undefined) return asked;
  const over = years.filter((year) => `${year}-12-31` <= asOf);
  return over.at(-1) ?? years.at(-1) ?? null;
}

/** What a count of events is of: starts of work only, since no filter chooses people by the year of another event. */
function explainedEvent(
  event: EventId,
  filters: Filters,
  key: Readonly<Record<string, string>>,
): Explanation | undefined {
  return event === 'hired' ? explained('hires', filters, key) : undefined;
}

interface Labels {
  readonly first: string;
  readonly name: (year: number) => string;
}

/** The events of calendar years as a table. */
export function yearsTable(
  total: readonly ActivityRow[],
  labels: Labels,
  filters: Filters,
  language: Language,
): PanelTable {
  const events = eventsShown(total);
  return {
    columns: [
      { id: 'year', label: labels.first, numeric: false },
      ...events.map((event) => ({ id: event, label: EVENTS[event][language], numeric: true })),
    ],
    rows: activityYears(total).map(({ year, counts }) => ({
      id: String(year),
      cells: [
        { kind: 'text', text: labels.name(year) },
        ...events.map((event) => ({
          kind: 'count' as const,
          count: counts[event] ?? 0,
          explain: explainedEvent(event, filters, { hire_year: String(year) }),
        })),
      ],
    })),
  };
}

/** What happened to the groups in one calendar year as a table, those with the most events first. */
export function groupsTable(
  { by, rows, total }: Activity,
  year: number,
  groupLabel: string,
  filters: Filters,
  language: Language,
): PanelTable {
  const events = eventsShown(total);
  const sum = ({ counts }: ActivityRow) => events.reduce((all, event) => all + counts[event], 0);
  return {
    columns: [
      { id: 'group', label: groupLabel, numeric: false },
      ...events.map((event) => ({ id: event, label: EVENTS[event][language], numeric: true })),
    ],
    rows: rows
      .filter(({ eventYear }) => eventYear === year)
      .toSorted((a, b) => sum(b) - sum(a))
      .map(({ key, counts }) => {
        const value = key[by] ?? null;
        const id = keyParameter(value);
        const filter = { dimension: by, value: id };
        return {
          id,
          cells: [
            { kind: 'text', text: keyName(by, value, language), filter },
            ...events.map((event) => ({
              kind: 'count' as const,
              count: counts[event],
              explain: explainedEvent(event, filters, { [by]: id, hire_year: String(year) }),
            })),
          ],
        };
      }),
  };
}
