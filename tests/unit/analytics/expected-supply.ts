import { fixedDay } from '../../../domain/dates.ts';
import type { DimensionId } from '../../../domain/dimensions.ts';
import type { CohortMeasureId } from '../../../domain/measures.ts';
import type { MetricValue } from '../../../domain/metrics/value.ts';
import { DEGREES } from '../../../domain/records/enumerations.ts';
import type { CohortFact, PlanFact } from '../../support/plain-supply.ts';
import type { Person } from '../../support/brute-force.ts';
import { wilsonByFormula, type Group, type Values } from './expected-values.ts';

const HIRES_AND_COHORTS = ['school', 'college', 'major', 'family', 'year', 'degree'];
const HIRES_AND_PLANS = ['major', 'family', 'year', 'degree', 'department'];
const ALL_THREE = ['major', 'family', 'year', 'degree'];

const NOT_APPLICABLE: MetricValue = { value: null, n: 0, status: 'not_applicable' };

const sized = (n: number) => (n < 10 ? ('small' as const) : ('ok' as const));
const missing = (
  status: MetricValue['status'],
  reason: NonNullable<MetricValue['reason']>,
  n = 0,
): MetricValue => ({ value: null, n, status, reason });

/** Whether a fact can be asked by everything that the group was asked by. */
const has = ({ asked, scoped }: Group, dimensions: readonly string[]): boolean =>
  [...asked, ...(scoped ? ['school'] : [])].every((id) => dimensions.includes(id));

const cohortsIn = (group: Group): CohortFact[] =>
  group.cohorts.filter(({ dimensions }) => group.holds(dimensions));
const plansIn = (group: Group): PlanFact[] =>
  group.plans.filter(({ dimensions }) => group.holds(dimensions));

const ended = (year: unknown, { asOf }: Group): boolean => asOf >= fixedDay(Number(year), 12, 31);

/** The value, or a blank that stands for every value. */
const covers = (part: unknown, whole: unknown): boolean => whole === null || part === whole;

const RISING: readonly unknown[] = ['secondary', 'associate', 'bachelor', 'master', 'doctor'];

/** `bachelor+` and everything above. */
const isAtLeast = (degree: unknown, least: unknown): boolean =>
  typeof least === 'string' &&
  least.endsWith('+') &&
  RISING.indexOf(degree) >= RISING.indexOf(least.slice(0, -1));

/** Whether a person or a count belongs to a cell of a plan; and to one of a count. */
const meetsPlan = (one: Values, { dimensions: plan }: PlanFact): boolean =>
  one.year === plan.year &&
  covers(one.major, plan.major) &&
  (covers(one.degree, plan.degree) || isAtLeast(one.degree, plan.degree));
const meetsCohort = (one: Values, { dimensions: cohort }: CohortFact): boolean =>
  one.school === cohort.school &&
  one.major === cohort.major &&
  one.year === cohort.year &&
  covers(one.degree, cohort.degree);

/** What a blank might have been, had it been filled in. */
const POSSIBLE: Readonly<Partial<Record<DimensionId, readonly (string | number)[]>>> = {
  degree: Object.keys(DEGREES),
  department: ['Quality', 'Research', '质量部'],
  college: [1],
};

const possibleValues = new WeakMap<Group['everybody'], Map<DimensionId, Values[DimensionId][]>>();

/** The same, and every value that any record has. */
function possible(group: Group, id: DimensionId): readonly Values[DimensionId][] {
  const known =
    possibleValues.get(group.everybody) ?? new Map<DimensionId, Values[DimensionId][]>();
  possibleValues.set(group.everybody, known);
  const records = () => [...group.everybody, ...group.cohorts, ...group.plans];
  const found = known.get(id) ?? [
    ...new Set([
      ...(POSSIBLE[id] ?? []),
      ...records().map(({ dimensions }) => dimensions[id] ?? null),
    ]),
  ];
  known.set(id, found);
  return found.filter((value) => value !== null);
}

function completions(group: Group, one: Values, loose: readonly DimensionId[]): Values[] {
  return loose.reduce<Values[]>(
    (all, id) =>
      all.flatMap((values) =>
        values[id] === null
          ? [values, ...possible(group, id).map((value) => ({ ...values, [id]: value }))]
          : [values],
      ),
    [one],
  );
}

interface Meeting<Whole> {
  readonly wholes: readonly Whole[];
  readonly loose: readonly DimensionId[];
  readonly meets: (one: Values, whole: Whole) => boolean;
}

/** People (or counts) of a group that meet one of its wholes, and those who might, were a blank filled in. */
function meeting<One extends { readonly dimensions: Values }, Whole>(
  group: Group,
  ones: readonly One[],
  { wholes, loose, meets }: Meeting<Whole>,
): { inside: One[]; doubtful: One[] } {
  const isIn = (values: Values): boolean =>
    group.holds(values) && wholes.some((whole) => meets(values, whole));
  const inside = ones.filter(({ dimensions }) => isIn(dimensions));
  const certain = new Set(inside);
  const doubtful = ones.filter(
    (one) => !certain.has(one) && completions(group, one.dimensions, loose).some(isIn),
  );
  return { inside, doubtful };
}

const isUndivided = (group: Group, wholes: readonly { dimensions: Values }[], ids: DimensionId[]) =>
  wholes.some(({ dimensions }) =>
    ids.some(
      (id) =>
        (dimensions[id] === null || String(dimensions[id]).endsWith('+')) &&
        (group.asked.has(id) || (id === 'major' && group.asked.has('family'))),
    ),
  );

/** Campus hires against cohorts or plans of years that have ended. */
function hiresAgainst<Whole extends { readonly dimensions: Values }>(
  group: Group,
  all: readonly Whole[],
  size: (whole: Whole) => number,
  rules: Omit<Meeting<Whole>, 'wholes'> & { undivided: DimensionId[] },
  none: 'no_plans' | 'no_cohorts',
): MetricValue | { hired: number; whole: number } {
  const wholes = all.filter(({ dimensions }) => ended(dimensions.year, group));
  const whole = wholes.reduce((sum, one) => sum + size(one), 0);
  if (isUndivided(group, all, rules.undivided))
    return missing('no_denominator', 'undivided', whole);
  if (all.length === 0) return missing('no_denominator', none);
  if (wholes.length === 0) return missing('open', 'not_mature');
  const { inside, doubtful } = meeting(group, group.everybody, { ...rules, wholes });
  const count = (people: readonly Person[], id: 'campus_hires' | 'campus_undated') =>
    people.reduce((sum, { measures }) => sum + measures[id], 0);
  const hired = count(inside, 'campus_hires');
  const undated = count(inside, 'campus_undated');
  const unplaced = count(doubtful, 'campus_hires');
  if (undated > 0 && undated / (undated + hired) > 0.05)
    return missing('no_data', 'undated', whole);
  if (unplaced > 0 && unplaced / (unplaced + hired) > 0.05)
    return missing('no_data', 'unplaced', whole);
  return { hired, whole };
}

const againstPlans = (group: Group) =>
  hiresAgainst(
    group,
    plansIn(group),
    ({ planned }) => planned,
    {
      loose: ['degree', 'department'],
      meets: meetsPlan,
      undivided: ['major', 'degree', 'department'],
    },
    'no_plans',
  );

function yieldOf(group: Group): MetricValue {
  if (!has(group, HIRES_AND_COHORTS)) return NOT_APPLICABLE;
  const found = hiresAgainst(
    group,
    cohortsIn(group),
    ({ measures }) => measures.graduates,
    { loose: ['degree', 'college'], meets: meetsCohort, undivided: ['degree', 'college'] },
    'no_cohorts',
  );
  if ('status' in found) return found;
  const { hired, whole: n } = found;
  if (n === 0) return missing('no_denominator', 'nobody');
  const interval = hired <= n ? wilsonByFormula(hired, n) : {};
  return { value: hired / n, n, of: hired, ...interval, status: sized(n) };
}

function fillRate(group: Group): MetricValue {
  if (!has(group, HIRES_AND_PLANS)) return NOT_APPLICABLE;
  const found = againstPlans(group);
  if ('status' in found) return found;
  const { hired, whole: n } = found;
  if (n === 0) return missing('no_denominator', 'nobody');
  return { value: hired / n, n, of: hired, status: sized(n) };
}

function gap(group: Group): MetricValue {
  if (!has(group, HIRES_AND_PLANS)) return NOT_APPLICABLE;
  const found = againstPlans(group);
  if ('status' in found) return found;
  return { value: found.whole - found.hired, n: found.whole, status: 'ok' };
}

function supplyRatio(group: Group): MetricValue {
  if (!has(group, ALL_THREE)) return NOT_APPLICABLE;
  const all = plansIn(group);
  const rules = { loose: ['degree'] satisfies DimensionId[], meets: meetsPlan };
  const { inside, doubtful } = meeting(group, group.cohorts, { ...rules, wholes: all });
  const wholes = all.filter((plan) => inside.some(({ dimensions }) => meetsPlan(dimensions, plan)));
  const n = wholes.reduce((sum, { planned }) => sum + planned, 0);
  const count = (cohorts: readonly CohortFact[]) =>
    cohorts.reduce((sum, { measures }) => sum + measures.graduates, 0);
  if (isUndivided(group, all, ['major', 'degree']))
    return missing('no_denominator', 'undivided', n);
  if (all.length === 0) return missing('no_denominator', 'no_plans');
  const unplaced = count(doubtful);
  if (wholes.length === 0) {
    if (unplaced > 0) return missing('no_data', 'unplaced');
    return missing('no_denominator', cohortsIn(group).length === 0 ? 'no_cohorts' : 'no_shared');
  }
  const graduates = count(inside);
  if (unplaced > 0 && unplaced / (unplaced + graduates) > 0.05)
    return missing('no_data', 'unplaced', n);
  if (n === 0) return missing('no_denominator', 'nobody');
  return { value: graduates / n, n, of: graduates, status: sized(n) };
}

function graduatesOf(group: Group): MetricValue {
  if (!has(group, HIRES_AND_COHORTS)) return NOT_APPLICABLE;
  const cohorts = cohortsIn(group);
  if (cohorts.length === 0) return missing('no_data', 'no_cohorts');
  const value = cohorts.reduce((sum, { measures }) => sum + measures.graduates, 0);
  return { value, n: value, status: 'ok' };
}

function plannedOf(group: Group): MetricValue {
  if (!has(group, HIRES_AND_PLANS)) return NOT_APPLICABLE;
  const plans = plansIn(group);
  if (plans.length === 0) return missing('no_data', 'no_plans');
  const value = plans.reduce((sum, one) => sum + one.planned, 0);
  return { value, n: value, status: 'ok' };
}

const destination = (of: CohortMeasureId, among: CohortMeasureId) => (group: Group) => {
  if (!has(group, HIRES_AND_COHORTS)) return NOT_APPLICABLE;
  const cohorts = cohortsIn(group);
  if (cohorts.length === 0) return missing('no_denominator', 'no_cohorts');
  const sum = (id: CohortMeasureId) => cohorts.reduce((all, { measures }) => all + measures[id], 0);
  const n = sum(among);
  if (n === 0)
    return missing('no_denominator', sum('graduates') > 0 ? 'destinations_unknown' : 'nobody');
  const x = sum(of);
  return { value: x / n, n, of: x, ...wilsonByFormula(x, n), status: sized(n) };
};

/** The metrics of cohorts and plans, record by record, from their published definitions. */
export const EXPECTED_SUPPLY = {
  graduates: graduatesOf,
  planned: plannedOf,
  yield: yieldOf,
  fill_rate: fillRate,
  gap,
  supply_ratio: supplyRatio,
  knowledge_rate: destination('knowledge_of', 'knowledge_among'),
  career_outcomes_rate: destination('outcomes_of', 'outcomes_among'),
  placement_rate: destination('placement_of', 'placement_among'),
  contract_rate: destination('contract_of', 'contract_among'),
  flexible_rate: destination('flexible_of', 'flexible_among'),
  self_employment_rate: destination('self_employment_of', 'self_employment_among'),
  further_study_rate: destination('study_of', 'study_among'),
  signed_rate: destination('signed_of', 'signed_among'),
};
