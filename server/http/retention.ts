import type { Scope } from '../../domain/scope.ts';
import { isoFromDay, type Day } from '../../domain/dates.ts';
import type { DimensionId } from '../../domain/dimensions.ts';
import { AppError } from '../../domain/errors.ts';
import { filterShape, filtersOf } from '../../domain/filters.ts';
import { consistent } from '../analytics/consistent.ts';
import {
  createRetentionTests,
  MOST_COMPARED,
  type RetentionTest,
} from '../analytics/retention-test.ts';
import { retention } from '../analytics/retention.ts';
import type { GroupChoice, TenureGroup, TenureQuery } from '../analytics/tenure-groups.ts';
import type { Services } from '../services.ts';
import type { KeyValue, Names } from '../store/ports.ts';
import { shownKey } from './keys.ts';
import { distinct } from './request-schemas.ts';
import { retentionRoute, retentionTestRoute } from './retention-declarations.ts';
import { scopeOf } from './principal.ts';
import { router } from './router.ts';

/** The value of a dimension that a filter of one value selects. */
function groupValue(id: DimensionId, text: string): KeyValue {
  const parsed = filterShape[id].safeParse([text]);
  const value = parsed.data?.[0];
  const isYear = typeof value === 'object' && value !== null;
  if (value === undefined || (isYear && value.from !== value.to)) {
    throw new AppError(
      'invalid_input',
      `group: "${text.slice(0, 80)}" is no single value of ${id}. Write it as the filter ${id}=… takes it.`,
    );
  }
  return isYear ? value.from : value;
}

interface Asked {
  readonly by: readonly DimensionId[];
  readonly group: readonly string[];
  readonly top?: number | undefined;
  readonly against?: 'others' | undefined;
}

function choiceOf({ by, group, top, against }: Asked): GroupChoice {
  const chosen = top ?? group.length;
  const [only, ...more] = by;
  const problem =
    top !== undefined && group.length > 0
      ? 'Give `group` or `top`, not both.'
      : chosen > 0 && only === undefined
        ? '`group` and `top` choose among the groups of a dimension: add by=….'
        : group.length > 0 && more.length > 0
          ? '`group` names values of one dimension: give a single by=….'
          : against !== undefined && chosen === 0
            ? '`against=others` needs to know against whom: add group=… or top=….'
            : against !== undefined && chosen === MOST_COMPARED
              ? `With against=others at most ${MOST_COMPARED - 1} groups can be chosen.`
              : null;
  if (problem !== null) throw new AppError('invalid_input', problem);
  if (top !== undefined) return { kind: 'largest', count: top };
  if (only === undefined || group.length === 0) return { kind: 'all' };
  return { kind: 'named', keys: distinct(group, 'group').map((text) => [groupValue(only, text)]) };
}

function queryOf(
  {
    by,
    group,
    top,
    against,
    asOf,
    ...filters
  }: Asked & { readonly asOf?: Day | undefined } & Parameters<typeof filtersOf>[0],
  scope: Scope,
): TenureQuery {
  return {
    by: distinct(by, 'by'),
    where: filtersOf(filters),
    asOf,
    scope,
    choice: choiceOf({ by, group, top, against }),
    withOthers: against === 'others',
  };
}

type GroupKey = TenureGroup['key'];

/** A group as people and scripts read it: by its key, or as everybody else. */
function shownGroup(key: GroupKey, by: readonly DimensionId[], names: Names) {
  return key === null ? { key: {}, others: true as const } : { key: shownKey(by, key, names) };
}

function shownTest(test: RetentionTest, by: readonly DimensionId[], names: Names) {
  if (test.status === 'hidden') {
    return { ...test, groups: test.groups.map(({ key }) => shownGroup(key, by, names)) };
  }
  const groups = test.groups.map(({ key, ...group }) => ({
    ...shownGroup(key, by, names),
    ...group,
  }));
  return { ...test, groups };
}

/** How long hires stay, group by group, and whether the groups differ. */
export function retentionRoutes({ aggregator, directory }: Services) {
  const testOf = createRetentionTests(aggregator);
  return router()
    .openapi(retentionRoute, async (context) => {
      const { test: asked, ...parameters } = context.req.valid('query');
      const query = queryOf(parameters, scopeOf(context));
      const { curves, test } = await consistent(async () => {
        const answer = await retention(aggregator, query);
        const tested = asked === 'none' ? null : await testOf(query);
        return {
          versions: [answer.version, tested?.version ?? answer.version],
          result: { curves: answer, test: tested?.test ?? null },
        };
      });
      const names = await directory.names();
      const rows = curves.rows.map(({ key, points, monthly, ...row }) => ({
        ...shownGroup(key, query.by, names),
        ...row,
        monthly: [...monthly],
        points: points.map(({ day, atRisk, events, survival, low, high }) => ({
          day,
          atRisk,
          events,
          survival,
          low,
          high,
        })),
      }));
      const tested = test === null ? {} : { test: shownTest(test, query.by, names) };
      return context.json({ ...curves, asOf: isoFromDay(curves.asOf), rows, ...tested }, 200);
    })
    .openapi(retentionTestRoute, async (context) => {
      const query = queryOf(context.req.valid('query'), scopeOf(context));
      const { asOf, version, test } = await testOf(query);
      const names = await directory.names();
      return context.json(
        { asOf: isoFromDay(asOf), version, test: shownTest(test, query.by, names) },
        200,
      );
    });
}
