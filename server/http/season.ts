import { createRoute, z } from '@hono/zod-openapi';
import { ACTION_LISTS, type ActionListId } from '../../domain/action-lists.ts';
import { isoFromDay, type Day } from '../../domain/dates.ts';
import { AppError } from '../../domain/errors.ts';
import { filtersOf } from '../../domain/filters.ts';
import { SEASON_EVENTS } from '../analytics/season-events.ts';
import { seasonProgress } from '../analytics/season-progress.ts';
import { COUNTED_BY, seasonActions } from '../analytics/season-actions.ts';
import type { Services } from '../services.ts';
import type { ActionPlace, ActionRecord } from '../store/action-ports.ts';
import type { Names } from '../store/ports.ts';
import { shownKey } from './keys.ts';
import {
  dimensionName,
  queryParameters,
  repeatedTexts,
  selectionShape,
  singleText,
  wholeNumber,
} from './request-schemas.ts';
import { errors, json, key, metricValue } from './response-schemas.ts';
import { scopeOf } from './principal.ts';
import { router } from './router.ts';

const PAGE = 50;
const LONGEST_PAGE = 1000;

const counts = z.record(z.enum(SEASON_EVENTS), z.number());

const seasonRoute = createRoute({
  method: 'get',
  path: '/api/season',
  summary:
    'How a season of hiring goes by week, beside the two before it on the same day of theirs',
  request: {
    query: queryParameters({ ...selectionShape, by: repeatedTexts(dimensionName, 1) }),
  },
  responses: {
    ...errors,
    200: json(
      z.object({
        asOf: z.string(),
        version: z.number(),
        season: z.number().nullable(),
        running: z.boolean(),
        seasons: z.array(
          z.object({
            year: z.number(),
            asOf: z.string(),
            points: z.array(z.object({ week: z.number(), day: z.string(), counts })),
          }),
        ),
        planned: metricValue.nullable(),
        rows: z.array(z.object({ key, seasons: z.array(counts) })),
      }),
      'The season and the two before it, the latest first, cumulated by week; and every group on the same day of each',
    ),
  },
});

const named = z.object({ id: z.number(), name: z.string(), nameZh: z.string().nullable() });
const day = z.string().nullable();

const actionsRoute = createRoute({
  method: 'get',
  path: '/api/season/actions',
  summary: 'The people about whom something has to be done soon, most urgent first',
  request: {
    query: queryParameters({
      ...selectionShape,
      list: z.enum(ACTION_LISTS, `list: one of ${ACTION_LISTS.join(', ')}`),
      limit: wholeNumber(1, LONGEST_PAGE).optional(),
      cursor: singleText.optional(),
    }),
  },
  responses: {
    ...errors,
    200: json(
      z.object({
        asOf: z.string(),
        version: z.number(),
        total: z.number(),
        rows: z.array(
          z.object({
            id: z.number(),
            candidate_id: z.string().nullable(),
            employee_id: z.string().nullable(),
            school: named,
            major: named,
            department: key.valueType,
            degree: z.string().nullable(),
            graduation_year: z.number(),
            interned_from: day,
            interned_to: day,
            offered_on: day,
            accepted_on: day,
            hired_on: day,
            due_on: z.string(),
            days: z.number(),
            past_renege_rate: metricValue.nullable(),
          }),
        ),
        next: z.string().nullable(),
        counts: z.record(z.enum(COUNTED_BY), z.array(z.object({ key, count: z.number() }))),
        pastRenegeRate: metricValue.nullable(),
      }),
      'A page of people, the cursor of the next page, and how many are on the whole list by school, major and department',
    ),
  },
});

/** Where a page of a list ended; null where nothing follows. */
function cursorOf(list: ActionListId, next: ActionPlace | null): string | null {
  return next === null ? null : `${list}.${next.urgency}.${next.id}`;
}

const CURSOR = /^(\w+)\.(-?\d{1,9})\.(\d{1,15})$/;

/**
 * The place that a cursor stands for; null for the first page.
 * @throws AppError `invalid_input` for a cursor that was not given, or was given for another list.
 */
function placeOf(list: ActionListId, cursor: string | undefined): ActionPlace | null {
  if (cursor === undefined) return null;
  const [, of, urgency, id] = CURSOR.exec(cursor) ?? [];
  if (of === list) return { urgency: Number(urgency), id: Number(id) };
  throw new AppError(
    'invalid_input',
    'cursor: use the "next" of the page before, unchanged and of the same list.',
  );
}

const iso = (value: Day | null): string | null => (value === null ? null : isoFromDay(value));

/** Somebody on a list, with names, dates as texts, and the days from the as-of to the one that makes it urgent. */
function shownPerson(person: ActionRecord, asOf: Day, names: Names) {
  const { department } = shownKey(['department'], [person.department], names);
  return {
    id: person.id,
    candidate_id: person.candidateId,
    employee_id: person.employeeId,
    school: { id: person.schoolId, ...names.of('school', person.schoolId) },
    major: { id: person.majorId, ...names.of('major', person.majorId) },
    department: department ?? null,
    degree: person.degree,
    graduation_year: person.graduationYear,
    interned_from: iso(person.internedFrom),
    interned_to: iso(person.internedTo),
    offered_on: iso(person.offeredOn),
    accepted_on: iso(person.acceptedOn),
    hired_on: iso(person.hiredOn),
    due_on: isoFromDay(person.dueOn),
    days: person.dueOn - asOf,
  };
}

/** The running season: how it goes, and who needs a decision. */
export function seasonRoutes(services: Services) {
  return router()
    .openapi(seasonRoute, async (context) => {
      const { by, asOf, ...filters } = context.req.valid('query');
      const where = filtersOf(filters);
      const scope = scopeOf(context);
      const answer = await seasonProgress(services.aggregator, { by, where, asOf, scope });
      const names = await services.directory.names();
      const seasons = answer.seasons.map((one) => ({
        year: one.year,
        asOf: isoFromDay(one.asOf),
        points: one.points.map((point) => ({ ...point, day: isoFromDay(point.day) })),
      }));
      const rows = answer.rows.map((row) => ({
        key: shownKey(by, row.key, names),
        seasons: [...row.seasons],
      }));
      return context.json({ ...answer, asOf: isoFromDay(answer.asOf), seasons, rows }, 200);
    })
    .openapi(actionsRoute, async (context) => {
      const { list, limit, cursor, asOf, ...filters } = context.req.valid('query');
      const answer = await seasonActions(services, {
        list,
        where: filtersOf(filters),
        asOf,
        scope: scopeOf(context),
        limit: limit ?? PAGE,
        after: placeOf(list, cursor),
      });
      const names = await services.directory.names();
      const countsBy = (id: (typeof COUNTED_BY)[number]) =>
        answer.counts[id].map(({ value, count }) => ({
          key: shownKey([id], [value], names),
          count,
        }));
      return context.json(
        {
          asOf: isoFromDay(answer.asOf),
          version: answer.version,
          total: answer.total,
          rows: answer.rows.map((person) => ({
            ...shownPerson(person, answer.asOf, names),
            past_renege_rate: answer.past.bySchool.get(person.schoolId) ?? null,
          })),
          next: cursorOf(list, answer.next),
          counts: {
            school: countsBy('school'),
            major: countsBy('major'),
            department: countsBy('department'),
          },
          pastRenegeRate: answer.past.all,
        },
        200,
      );
    });
}
