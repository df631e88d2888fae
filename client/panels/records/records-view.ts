import { ACTION_LISTS } from '../../../domain/action-lists.ts';
import { filtersFromParameters, filtersToParameters } from '../../../domain/filters.ts';
import { dayFromIso } from '../../../domain/dates.ts';
import { isMetricId } from '../../../domain/metrics/registry.ts';
import { peopleOf } from '../../../domain/metrics/people.ts';
import { metric } from '../../../domain/metrics/registry.ts';
import {
  describedField,
  isRecordField,
  RECORD_FIELD_IDS,
  type RecordFieldId,
} from '../../../domain/records/record-fields.ts';
import type { RecordsSelected } from '../../api/records.ts';
import type { SearchParameters } from '../../frame/search-parameters.ts';
import { valuesOf } from '../../frame/use-view-state.ts';

/** Columns that are shown where nobody chose any. */
export const USUAL_COLUMNS: readonly RecordFieldId[] = [
  'candidate_id',
  'school',
  'major',
  'degree',
  'graduation_year',
  'channel',
  'hired_on',
  'left_on',
  'department',
  'position',
];

export interface RecordsSort {
  readonly field: RecordFieldId;
  readonly descending: boolean;
}

/** The state of the list of records as it stands in the address. */
export interface RecordsView {
  readonly selected: RecordsSelected;
  readonly sort: RecordsSort;
  readonly columns: readonly RecordFieldId[];
  /** From 1, with the cursor that leads there. */
  readonly page: number;
  readonly cursor: string | null;
}

/** The order where nobody chose any. */
export const UNSORTED: RecordsSort = { field: 'id', descending: false };
const LONGEST_SEARCH = 100;

function sortOf(text: string | undefined): RecordsSort {
  const field = text?.replace(/^-/, '') ?? '';
  return isRecordField(field) ? { field, descending: text?.startsWith('-') === true } : UNSORTED;
}

function behindOf(parameters: SearchParameters): RecordsSelected['behind'] {
  const [id = ''] = valuesOf(parameters, 'behind');
  if (!isMetricId(id)) return null;
  const part = valuesOf(parameters, 'part')[0] === 'of' ? 'of' : 'among';
  return peopleOf(metric(id), part) === null ? null : { metric: id, part };
}

/** Reads the state from the address; what it does not know is as if it were not there. */
export function recordsView(parameters: SearchParameters): RecordsView {
  const first = (key: string) => valuesOf(parameters, key)[0];
  const chosen = RECORD_FIELD_IDS.filter((id) => valuesOf(parameters, 'columns').includes(id));
  const asOf = first('asOf') ?? '';
  const cursor = first('cursor') ?? null;
  const page = Number(first('page'));
  return {
    selected: {
      filters: filtersToParameters(filtersFromParameters(parameters)),
      search: (first('search') ?? '').trim().slice(0, LONGEST_SEARCH),
      behind: behindOf(parameters),
      list: ACTION_LISTS.find((id) => id === first('list')) ?? null,
      id: /^[1-9]\d{0,8}$/.exec(first('id') ?? '')?.[0] ?? null,
      asOf: dayFromIso(asOf) === null ? null : asOf,
    },
    sort: sortOf(first('sort')),
    columns: chosen.length === 0 ? USUAL_COLUMNS : chosen,
    page: cursor !== null && Number.isInteger(page) && page > 1 ? page : 1,
    cursor,
  };
}

/** The sort as it stands in the address. */
export function sortParameter({ field, descending }: RecordsSort): string {
  return `${descending ? '-' : ''}${field}`;
}

/** What a click on a header sorts by: texts from A, everything else largest or latest first; again turns it round. */
export function nextSort(current: RecordsSort, field: RecordFieldId): RecordsSort {
  if (current.field === field) return { field, descending: !current.descending };
  return { field, descending: !['text', 'id', 'code'].includes(describedField(field).kind) };
}
