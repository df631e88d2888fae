import { z } from 'zod';
import { DIMENSION_IDS, dimension, type DIMENSIONS, type DimensionId } from './dimensions.ts';

/** An inclusive range of years. */
export interface YearRange {
  readonly from: number;
  readonly to: number;
}

type EntityDimension = {
  [D in DimensionId]: (typeof DIMENSIONS)[D]['kind'] extends 'entity' ? D : never;
}[DimensionId];
type NumberDimension = {
  [D in DimensionId]: (typeof DIMENSIONS)[D]['kind'] extends 'number' ? D : never;
}[DimensionId];
type TextDimension = Exclude<DimensionId, EntityDimension | NumberDimension>;

/** What is selected: OR within a dimension, AND across. `null` selects the people whose value is blank. */
export type Filters = {
  readonly [D in EntityDimension]?: readonly (number | null)[];
} & { readonly [D in NumberDimension]?: readonly (YearRange | null)[] } & {
  readonly [D in TextDimension]?: readonly (string | null)[];
};

const RANGE = /^(\d{4})(?:\.\.(\d{4}))?$/;

/** A repeated query parameter: one text, several, or none. */
function repeated<Out>(item: z.ZodType<Out, string>) {
  return z.preprocess<
    unknown,
    z.ZodOptional<z.ZodArray<z.ZodType<Out, string>>>,
    string | string[] | undefined
  >((raw) => (typeof raw === 'string' ? [raw] : raw), z.array(item).optional());
}

const entity = z.string().transform((text, context): number | null => {
  if (text === '') return null;
  if (/^[1-9]\d{0,14}$/.test(text)) return Number(text);
  context.addIssue({
    code: 'custom',
    message: `"${text}" is no id: give the number that /api/dimensions lists`,
  });
  return z.NEVER;
});

const years = z.string().transform((text, context): YearRange | null => {
  if (text === '') return null;
  const match = RANGE.exec(text);
  const from = Number(match?.[1]);
  const to = Number(match?.[2] ?? match?.[1]);
  if (match !== null && from <= to) return { from, to };
  context.addIssue({
    code: 'custom',
    message: `"${text}" is no year or range: write 2024 or 2020..2024`,
  });
  return z.NEVER;
});

const text = z
  .string()
  .max(300)
  .transform((value): string | null => (value === '' ? null : value));

function code(id: DimensionId) {
  const codes = Object.keys(dimension(id).codes ?? {});
  return z.string().transform((value, context): string | null => {
    if (value === '') return null;
    if (codes.includes(value)) return value;
    context.addIssue({ code: 'custom', message: `"${value}" is none of ${codes.join(', ')}` });
    return z.NEVER;
  });
}

/** The dashboard's filters, from repeated query parameters. The one schema of URL, API and engine. */
export const filterShape = {
  school: repeated(entity),
  college: repeated(entity),
  major: repeated(entity),
  family: repeated(text),
  year: repeated(years),
  hire_year: repeated(years),
  degree: repeated(code('degree')),
  channel: repeated(code('channel')),
  department: repeated(text),
  city: repeated(text),
  intern: repeated(code('intern')),
  leave_type: repeated(code('leave_type')),
  leave_year: repeated(code('leave_year')),
  outcome: repeated(code('outcome')),
  steps: repeated(code('steps')),
} satisfies Record<DimensionId, z.ZodType>;

const filters = z.object(filterShape);

/** The filters among parsed parameters, without the dimensions that select nothing. */
export function filtersOf(parsed: z.output<typeof filters>): Filters {
  return Object.fromEntries(
    DIMENSION_IDS.flatMap((id) => {
      const values = parsed[id];
      return values === undefined || values.length === 0 ? [] : [[id, values]];
    }),
  );
}

function written(value: number | string | YearRange | null): string {
  if (value === null) return '';
  if (typeof value !== 'object') return String(value);
  return value.from === value.to ? String(value.from) : `${value.from}..${value.to}`;
}

/** Filters as repeated parameters, the inverse of parsing them. */
export function filtersToParameters(selection: Filters): Partial<Record<DimensionId, string[]>> {
  return Object.fromEntries(
    DIMENSION_IDS.flatMap((id) => {
      const values = selection[id];
      return values === undefined ? [] : [[id, values.map(written)]];
    }),
  );
}

/** Filters from parameters, leaving out what does not parse: for a URL that a person may have edited. */
export function filtersFromParameters(raw: Readonly<Record<string, unknown>>): Filters {
  const kept = DIMENSION_IDS.flatMap((id) => {
    const value: unknown = raw[id];
    const items = (Array.isArray(value) ? value : [value]).filter(
      (item) => typeof item === 'string',
    );
    const parsed = items.filter((item) => filterShape[id].safeParse(item).success);
    return parsed.length === 0 ? [] : [[id, parsed] as const];
  });
  return filtersOf(filters.parse(Object.fromEntries(kept)));
}
