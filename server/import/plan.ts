import { dayFromIso, isoFromDay, type Day } from '../../domain/dates.ts';
import type { Column } from '../../domain/records/columns.ts';
import { STAGES, type Stage } from '../../domain/records/enumerations.ts';
import { STAGE_FIELDS } from '../../domain/records/hires.ts';
import type {
  FileColumn,
  ChosenValues,
  IncludesLeavers,
  Mapping,
  Reading,
} from '../../domain/records/import-shapes.ts';
import { columnOf, type Kind } from '../../domain/records/kinds.ts';
import { isMonthlyPay } from '../../domain/records/match-headers.ts';
import type { DayMonthOrder, DecimalSign } from '../../domain/records/parsed.ts';
import type { PayPeriod } from '../../domain/records/parse-pay.ts';
import { chosenValues } from './chosen-values.ts';
import { mapColumns } from './map-columns.ts';
import { refusal } from './refusal.ts';

/** A column of the kind that the file gives: by one of its columns, or by a constant for all rows. */
export interface PlannedColumn {
  readonly column: Column;
  /** Place of the cell in its row; null for a constant. */
  readonly index: number | null;
  readonly header: string | null;
  readonly constant: string | null;
}

/** How a file is to be understood: mapping and reading, checked and resolved. */
export interface Plan {
  readonly kind: Kind;
  readonly reading: Reading;
  /** Every column of the file with the field it was given. */
  readonly fileColumns: readonly FileColumn[];
  readonly columns: readonly PlannedColumn[];
  readonly byField: ReadonlyMap<string, PlannedColumn>;
  /** Null: the latest date of the file. */
  readonly asOf: Day | null;
  readonly order: DayMonthOrder | null;
  readonly decimal: DecimalSign | null;
  readonly payPeriod: PayPeriod;
  /** The stage chosen for all rows. */
  readonly stage: Stage | null;
  /** Whether a date says how far people came. */
  readonly hasStageDate: boolean;
  readonly includesLeavers: IncludesLeavers | null;
  /** What was chosen for values of fields with few: by field, and by the value as values are compared. */
  readonly values: ChosenValues;
  readonly today: Day;
}

/** Constants that are no column of the kind. */
const STAGE = 'stage';
const SALARY_PERIOD = 'salary_period';

function isStage(text: string): text is Stage {
  return Object.hasOwn(STAGES, text);
}

/**
 * Makes a plan of what a person says about a file.
 * @throws AppError `invalid_input` that names the header, field or value and the way out.
 */
export function makePlan(
  kind: Kind,
  headers: readonly FileColumn[],
  mapping: Mapping,
  reading: Reading,
  today: Day,
): Plan {
  const fileColumns = mapColumns(kind, headers, mapping);
  const extra = kind === 'hires' ? [STAGE, SALARY_PERIOD] : [];
  const constants = Object.entries(mapping.constants).filter(([name]) => !extra.includes(name));
  const columns = [
    ...fileColumns.flatMap(({ header, field }, index) => {
      const column = field === null ? null : columnOf(kind, field);
      return column === null ? [] : [{ column, index, header, constant: null }];
    }),
    ...constants.flatMap(([field, constant]) => {
      const column = columnOf(kind, field);
      return column === null ? [] : [{ column, index: null, header: null, constant }];
    }),
  ];
  const byField = new Map(columns.map((planned) => [planned.column.field, planned]));
  const monthly = isMonthlyPay(byField.get('salary')?.header ?? '');
  return {
    kind,
    reading,
    fileColumns,
    columns,
    byField,
    asOf: asOfOf(mapping, today),
    order: mapping.dateOrder === 'dmy' || mapping.dateOrder === 'mdy' ? mapping.dateOrder : null,
    decimal: mapping.decimal ?? reading.decimal,
    payPeriod: periodOf(mapping.constants[SALARY_PERIOD]) ?? (monthly ? 'month' : 'year'),
    stage: stageOf(mapping.constants[STAGE]),
    hasStageDate: STAGE_FIELDS.some((field) => byField.has(field)),
    includesLeavers: mapping.includesLeavers ?? null,
    values: chosenValues(kind, mapping.values ?? {}),
    today,
  };
}

function asOfOf(mapping: Mapping, today: Day): Day | null {
  if (mapping.asOf === undefined || mapping.asOf === null) return null;
  const asOf = dayFromIso(mapping.asOf);
  if (asOf === null) throw refusal('as_of_no_date', { value: mapping.asOf });
  if (asOf > today) {
    throw refusal('as_of_future', { value: mapping.asOf, today: isoFromDay(today) });
  }
  return asOf;
}

function periodOf(text: string | undefined): PayPeriod | null {
  if (text === undefined) return null;
  if (text === 'year' || text === 'month') return text;
  throw refusal('wrong_period', { value: text });
}

function stageOf(text: string | undefined): Stage | null {
  if (text === undefined) return null;
  if (isStage(text)) return text;
  throw refusal('wrong_stage', { value: text, known: Object.keys(STAGES).join(', ') });
}
