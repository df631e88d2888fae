import type { ActionListId } from '../../../domain/action-lists.ts';
import type { Filters } from '../../../domain/filters.ts';
import { everyPage } from '../../api/season.ts';
import type { ActionPerson } from '../../api/season.ts';
import type { WholeTable } from '../../frame/panel-contents.ts';
import type { PanelTable } from '../../frame/panel-table.ts';

/** A file of more people than this is taken from the records, which are streamed. */
const MOST_EXPORTED = 50_000;

/** Everybody on a list as a table, page after page; up to the most urgent 50,000, which it then says. */
export async function wholeList(
  list: ActionListId,
  filters: Filters,
  tableOf: (people: readonly ActionPerson[]) => PanelTable,
): Promise<WholeTable> {
  const people: ActionPerson[] = [];
  for await (const page of everyPage(list, filters)) {
    people.push(...page.rows);
    if (people.length >= MOST_EXPORTED && page.next !== null) {
      return { table: tableOf(people), cut: { shown: people.length, total: page.total } };
    }
  }
  return { table: tableOf(people), cut: null };
}
