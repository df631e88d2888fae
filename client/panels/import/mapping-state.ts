import type {
  FileColumn,
  IncludesLeavers,
  Mapping,
} from '../../../domain/records/import-shapes.ts';
import { STAGE_FIELDS } from '../../../domain/records/hires.ts';
import { columnsOf, type Kind } from '../../../domain/records/kinds.ts';
import type { Column } from '../../../domain/records/columns.ts';

/** Constants that are no field: how far the people came, and what time the pay is for. */
export const STAGE = 'stage';
export const SALARY_PERIOD = 'salary_period';

/** Everything a person says about the columns of a file; every header is in `columns`. */
export interface MappingState {
  readonly columns: Readonly<Record<string, string | null>>;
  readonly constants: Readonly<Record<string, string>>;
  /** `YYYY-MM-DD`, or empty for the latest date of the file. */
  readonly asOf: string;
  readonly dateOrder: 'dmy' | 'mdy' | 'ymd' | null;
  readonly decimal: '.' | ',' | null;
  readonly includesLeavers: IncludesLeavers | null;
  readonly identity: 'add' | 'replace' | null;
}

/** The part of an import that a mapping begins from. */
interface Begun {
  readonly columns: readonly FileColumn[];
  readonly mapping: Mapping | null;
}

/** What was said before, and the suggestion for each column nothing was said about. */
export function mappingStateOf({ columns, mapping }: Begun): MappingState {
  const said = mapping?.columns ?? {};
  return {
    columns: Object.fromEntries(
      columns.map(({ header, field }) => [
        header,
        Object.hasOwn(said, header) ? (said[header] ?? null) : field,
      ]),
    ),
    constants: mapping?.constants ?? {},
    asOf: mapping?.asOf ?? '',
    dateOrder: mapping?.dateOrder ?? null,
    decimal: mapping?.decimal ?? null,
    includesLeavers: mapping?.includesLeavers ?? null,
    identity: mapping?.identity ?? null,
  };
}

/** The state as the server takes it: without constants that are empty, of a mapped field, or not needed. */
export function mappingRequest(kind: Kind, state: MappingState): Mapping {
  const mapped = mappedFields(state);
  const unneeded = (field: string) =>
    mapped.has(field) ||
    (field === STAGE && !needsStage(kind, state)) ||
    (field === SALARY_PERIOD && !mapped.has('salary'));
  return {
    ...state,
    columns: { ...state.columns },
    constants: Object.fromEntries(
      Object.entries(state.constants).filter(
        ([field, value]) => value.trim() !== '' && !unneeded(field),
      ),
    ),
    asOf: state.asOf === '' ? null : state.asOf,
  };
}

/** Whether two states say the same to the server. */
export function sameMapping(kind: Kind, one: MappingState, other: MappingState): boolean {
  return canonical(kind, one) === canonical(kind, other);
}

function canonical(kind: Kind, state: MappingState): string {
  const request = mappingRequest(kind, state);
  const { columns, constants, asOf, dateOrder, decimal, includesLeavers, identity } = request;
  const sorted = [columns, constants].map((record) =>
    Object.entries(record).toSorted(([a], [b]) => (a < b ? -1 : 1)),
  );
  return JSON.stringify([sorted, asOf, dateOrder, decimal, includesLeavers, identity]);
}

/** The fields that some column gives. */
export function mappedFields({ columns }: MappingState): ReadonlySet<string> {
  return new Set(Object.values(columns).filter((field) => field !== null));
}

/** The required columns that no column of the file gives, whether or not they have a constant. */
export function unmappedRequired(kind: Kind, state: MappingState): Column[] {
  const mapped = mappedFields(state);
  return columnsOf(kind).filter(({ field, required }) => required === true && !mapped.has(field));
}

/** The fields that still lack both a column and a value for all rows. */
export function missingRequired(kind: Kind, state: MappingState): Column[] {
  return unmappedRequired(kind, state).filter(
    ({ field }) => (state.constants[field] ?? '').trim() === '',
  );
}

/** Whether nothing in the file shows how far its people came, so that it must be said. */
export function needsStage(kind: Kind, state: MappingState): boolean {
  const mapped = mappedFields(state);
  return kind === 'hires' && !STAGE_FIELDS.some((field) => mapped.has(field));
}

/** The state with a column meaning another field, or nothing. */
export function withColumn(
  state: MappingState,
  header: string,
  field: string | null,
): MappingState {
  return { ...state, columns: { ...state.columns, [header]: field } };
}

/** The state with a value for all rows; null takes the constant away. */
export function withConstant(
  state: MappingState,
  field: string,
  value: string | null,
): MappingState {
  const { [field]: _, ...others } = state.constants;
  return { ...state, constants: value === null ? others : { ...others, [field]: value } };
}
