import type { DimensionId } from '../../domain/dimensions.ts';
import type { Day } from '../../domain/dates.ts';
import type { CohortMeasureId } from '../../domain/measures.ts';
import { familyOf, type Cohort, type HiringPlan } from './random-supply.ts';

type Values = Readonly<Partial<Record<DimensionId, number | string | null>>>;

/** A count of graduates by plain rules: its dimensions and its part of every measure. */
export interface CohortFact {
  readonly dimensions: Values;
  readonly measures: Readonly<Record<CohortMeasureId, number>>;
}

/** The discipline of a major. */
type FamilyOf = (majorId: number | null) => string | null;

export interface PlanFact {
  readonly dimensions: Values;
  readonly planned: number;
}

function measuresOf({ graduates, destinations: to, signedHere }: Cohort): CohortFact['measures'] {
  const sum = (...counts: (number | null)[]): number | null =>
    counts.reduce<number | null>(
      (all, one) => (all === null || one === null ? null : all + one),
      0,
    );
  const placed = sum(
    to.agreement_contract,
    to.other_form,
    to.flexible,
    to.self_employed,
    to.public_service,
    to.further_study,
    to.abroad,
  );
  const away = sum(to.unknown, to.not_seeking);
  const study = sum(to.further_study, to.abroad);
  const all = (count: number | null): number => (count === null ? 0 : graduates);
  const outcomes = placed !== null && away !== null;
  return {
    graduates,
    knowledge_among: all(to.unknown),
    knowledge_of: to.unknown === null ? 0 : graduates - to.unknown,
    outcomes_among: outcomes ? graduates - away : 0,
    outcomes_of: outcomes ? placed : 0,
    placement_among: all(placed),
    placement_of: placed ?? 0,
    contract_among: all(to.agreement_contract),
    contract_of: to.agreement_contract ?? 0,
    flexible_among: all(to.flexible),
    flexible_of: to.flexible ?? 0,
    self_employment_among: all(to.self_employed),
    self_employment_of: to.self_employed ?? 0,
    study_among: all(study),
    study_of: study ?? 0,
    signed_among: all(signedHere ?? null),
    signed_of: signedHere ?? 0,
  };
}

const samePeople = (a: Cohort, b: Cohort): boolean =>
  a.schoolId === b.schoolId &&
  a.majorId === b.majorId &&
  a.year === b.year &&
  (a.collegeId === null || b.collegeId === null || a.collegeId === b.collegeId) &&
  (a.degree === null || b.degree === null || a.degree === b.degree);

/** The counts that stand on a day (null: every day is seen): no later one speaks of the same people. */
export function latestCohorts(
  cohorts: readonly Cohort[],
  seenTo: Day | null,
  family: FamilyOf = familyOf,
): CohortFact[] {
  const seen = cohorts.filter(
    ({ countedOn }) => seenTo === null || countedOn === null || countedOn <= seenTo,
  );
  const isLater = (a: Cohort, b: Cohort): boolean =>
    a.countedOn !== null && (b.countedOn === null || a.countedOn > b.countedOn);
  return seen
    .filter((one) => !seen.some((other) => isLater(other, one) && samePeople(other, one)))
    .map((one) => ({
      dimensions: {
        school: one.schoolId,
        college: one.collegeId,
        major: one.majorId,
        family: family(one.majorId),
        year: one.year,
        degree: one.degree,
      },
      measures: measuresOf(one),
    }));
}

/** Plans by plain rules. */
export function planFacts(plans: readonly HiringPlan[], family: FamilyOf = familyOf): PlanFact[] {
  return plans.map(({ majorId, degree, department, year, headcount }) => ({
    dimensions: { major: majorId, family: family(majorId), year, degree, department },
    planned: headcount,
  }));
}
