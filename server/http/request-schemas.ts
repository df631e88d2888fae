import { z } from '@hono/zod-openapi';
import { dayFromIso } from '../../domain/dates.ts';
import { DIMENSION_IDS, isDimensionId } from '../../domain/dimensions.ts';
import { filterShape } from '../../domain/filters.ts';
import { AppError } from '../../domain/errors.ts';
import { METRIC_IDS, isMetricId } from '../../domain/metrics/registry.ts';
import { unknownName } from './errors.ts';

type Texts = string | string[] | undefined;

/** Values of one parameter: more would outgrow what a statement can hold. */
const MOST_VALUES = 500;
const MOST_UNKNOWN_NAMES = 5;

/** A parameter that stands at most once. */
export const singleText = z.string({
  error: ({ input }) => (Array.isArray(input) ? 'give it once' : undefined),
});

/** A parameter that may be repeated, each text passed through a parser. */
export function repeatedTexts<Out>(item: z.ZodType<Out, string>, most: number) {
  return z.preprocess<unknown, z.ZodDefault<z.ZodArray<z.ZodType<Out, string>>>, Texts>(
    (raw) => (typeof raw === 'string' ? [raw] : raw),
    z.array(item).max(most, `give at most ${most}`).default([]),
  );
}

/** A whole number written in digits, within bounds. */
export function wholeNumber(least: number, most: number) {
  return singleText.transform((text, context): number => {
    const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
    if (value >= least && value <= most) return value;
    context.addIssue({
      code: 'custom',
      message: `"${text}" is no whole number from ${least} to ${most}`,
    });
    return z.NEVER;
  });
}

export const metricName = z.string().transform((text, context) => {
  if (isMetricId(text)) return text;
  context.addIssue({ code: 'custom', message: unknownName('metric', text, METRIC_IDS).message });
  return z.NEVER;
});

export const dimensionName = z.string().transform((text, context) => {
  if (isDimensionId(text)) return text;
  context.addIssue({
    code: 'custom',
    message: unknownName('dimension', text, DIMENSION_IDS).message,
  });
  return z.NEVER;
});

/** A day written as `YYYY-MM-DD`. */
export const isoDay = singleText.transform((text, context): number => {
  const day = dayFromIso(text);
  if (day !== null) return day;
  context.addIssue({ code: 'custom', message: `"${text}" is no date: write YYYY-MM-DD` });
  return z.NEVER;
});

/** The filters and the as-of day, which every question about hires takes. */
export const selectionShape = { ...filterShape, asOf: isoDay.optional() };

function withinLimits(parsed: Readonly<Record<string, unknown>>, context: z.RefinementCtx): void {
  for (const [name, values] of Object.entries(parsed)) {
    if (!Array.isArray(values) || values.length <= MOST_VALUES) continue;
    context.addIssue({
      code: 'custom',
      path: [name],
      message: `give at most ${MOST_VALUES} values`,
    });
  }
}

/** The query parameters of a route: unknown ones are refused with the nearest known names. */
export function queryParameters<Shape extends z.ZodRawShape>(shape: Shape) {
  return z
    .strictObject(shape, {
      error: (issue) =>
        issue.code === 'unrecognized_keys'
          ? issue.keys
              .slice(0, MOST_UNKNOWN_NAMES)
              .map((key) => unknownName('parameter', key, Object.keys(shape)).message)
              .join(' ')
          : undefined,
    })
    .superRefine(withinLimits);
}

/**
 * The items of a repeated parameter, each of which may stand once.
 * @throws AppError `invalid_input` where one stands twice.
 */
export function distinct<T>(items: readonly T[], what: string): readonly T[] {
  if (new Set(items).size === items.length) return items;
  throw new AppError('invalid_input', `${what}: each name may stand once.`);
}
