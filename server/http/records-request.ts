import { z } from '@hono/zod-openapi';
import type { Day } from '../../domain/dates.ts';
import { AppError } from '../../domain/errors.ts';
import { filtersOf } from '../../domain/filters.ts';
import { ACTION_LISTS, firstClassListed } from '../../domain/action-lists.ts';
import { PARTS, peopleOf, type Part } from '../../domain/metrics/people.ts';
import { metric, type MetricId } from '../../domain/metrics/registry.ts';
import { isRecordField, RECORD_FIELD_IDS } from '../../domain/records/record-fields.ts';
import { resolveAsOf } from '../analytics/as-of.ts';
import type { Scope } from '../../domain/scope.ts';
import type { Aggregator, RecordsOrder, RecordsSelection } from '../store/ports.ts';
import { unknownName } from './errors.ts';
import { metricName, selectionShape, singleText, wholeNumber } from './request-schemas.ts';

const LONGEST_SEARCH = 100;
const MOST_WORDS = 8;

/** What to search for: up to eight words, each of which has to stand somewhere. */
export const searchWords = singleText
  .max(LONGEST_SEARCH, `give at most ${LONGEST_SEARCH} characters`)
  .transform((text, context): string[] => {
    const words = text.split(/\s+/u).filter((word) => word !== '');
    if (words.length <= MOST_WORDS) return words;
    context.addIssue({ code: 'custom', message: `give at most ${MOST_WORDS} words` });
    return z.NEVER;
  });

/** Which records: filters, as-of, words to search for, the metric whose people they are, a list to act on, an id. */
export const recordsShape = {
  ...selectionShape,
  search: searchWords.optional(),
  behind: metricName.optional(),
  part: z.enum(PARTS, { error: `write ${PARTS.join(' or ')}` }).optional(),
  list: z.enum(ACTION_LISTS, { error: `write one of ${ACTION_LISTS.join(', ')}` }).optional(),
  id: wholeNumber(1, 999_999_999).optional(),
};

/** The same in an order. */
export const orderedRecordsShape = { ...recordsShape, sort: singleText.optional() };

type Parsed = z.output<z.ZodObject<typeof recordsShape>>;

/** `-hired_on` as the field and the direction. */
export function orderOf(sort: string): RecordsOrder {
  const descending = sort.startsWith('-');
  const field = descending ? sort.slice(1) : sort;
  if (isRecordField(field)) return { sort: field, descending };
  throw unknownName('field of records to sort by,', field, RECORD_FIELD_IDS);
}

/** The metric, and which part of it, that records are asked for; null for none. */
export function behindOf({ behind, part }: Pick<Parsed, 'behind' | 'part'>) {
  if (behind !== undefined) return { metric: behind, part: part ?? 'among' } as const;
  if (part === undefined) return null;
  throw new AppError('invalid_input', 'part: name the metric too: behind=acceptance_rate.');
}

function peopleBehind({ metric: id, part }: { metric: MetricId; part: Part }) {
  const people = peopleOf(metric(id), part);
  if (people !== null) return people;
  throw new AppError(
    'invalid_input',
    `part: there are no records of “${part}” of ${id}. Leave it out for everybody the figure speaks of.`,
  );
}

/**
 * What a request asks for, in the state of the data.
 * @throws AppError `invalid_input` for an as-of after the data's, or a part that the metric does not have.
 */
export async function recordsAsked(
  { search: words, behind, part, list, id, asOf: asked, ...filters }: Parsed,
  aggregator: Aggregator,
  scope: Scope,
): Promise<{ asOf: Day; version: number; selection: RecordsSelection }> {
  const known = await aggregator.snapshot();
  const asOf = resolveAsOf(asked, known);
  const figure = behindOf({ behind, part });
  const selection = {
    where: filtersOf(filters),
    asOf,
    scope,
    search: words ?? [],
    behind: figure === null ? null : peopleBehind(figure),
    listed:
      list === undefined ? null : { list, season: firstClassListed(asOf), knownTo: known.asOf },
    id: id ?? null,
  };
  return { asOf, version: known.version, selection };
}
