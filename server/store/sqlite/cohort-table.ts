import type { CohortMeasureId } from '../../../domain/measures.ts';
import {
  entryOf,
  type Days,
  type DimensionExpression,
  type FactTable,
  type MeasureExpression,
} from './fact-table.ts';

/** The destinations that count as having gone somewhere: work of any kind, and further study. */
export const PLACED = [
  'agreement_contract',
  'other_form',
  'flexible',
  'self_employed',
  'public_service',
  'further_study',
  'abroad',
];

const columns = (names: readonly string[]): string[] => names.map((name) => `c.${name}`);

/** A sum over the counts that give every number it reads. */
function over(given: readonly string[], sum: string): MeasureExpression {
  return {
    when: columns(given)
      .map((column) => `${column} IS NOT NULL`)
      .join(' AND '),
    sum,
  };
}

/** A rate's two sums: all graduates, and the people of some destinations. */
const among = (given: readonly string[]) => over(given, 'c.graduates');
const people = (given: readonly string[]) => over(given, columns(given).join(' + '));

const OUTCOMES = [...PLACED, 'unknown', 'not_seeking'];
const STUDY = ['further_study', 'abroad'];

const MEASURES: Readonly<Record<CohortMeasureId, MeasureExpression>> = {
  graduates: { when: '1', sum: 'c.graduates' },
  knowledge_among: among(['unknown']),
  knowledge_of: over(['unknown'], 'c.graduates - c.unknown'),
  outcomes_among: over(OUTCOMES, 'c.graduates - c.unknown - c.not_seeking'),
  outcomes_of: over(OUTCOMES, columns(PLACED).join(' + ')),
  placement_among: among(PLACED),
  placement_of: people(PLACED),
  contract_among: among(['agreement_contract']),
  contract_of: people(['agreement_contract']),
  flexible_among: among(['flexible']),
  flexible_of: people(['flexible']),
  self_employment_among: among(['self_employed']),
  self_employment_of: people(['self_employed']),
  study_among: among(STUDY),
  study_of: people(STUDY),
  signed_among: among(['signed_here']),
  signed_of: people(['signed_here']),
};

const DIMENSIONS: Readonly<Record<string, DimensionExpression>> = {
  school: { expression: 'c.school_id' },
  college: { expression: 'c.college_id' },
  major: { expression: 'c.major_id' },
  family: { expression: 'm.family', major: true },
  year: { expression: 'c.graduation_year' },
  degree: { expression: 'c.degree' },
};

const NO_DAY = -100_000;
const dayOf = (alias: string): string => `ifnull(${alias}.counted_on, ${NO_DAY})`;
const meets = (column: string): string =>
  `(l.${column} IS NULL OR c.${column} IS NULL OR l.${column} = c.${column})`;

/**
 * The latest counts: no later one speaks of the same people, whether it divides them alike, further or not at all.
 * A count without a day is the earliest.
 */
function visible({ countedTo }: Days): string {
  const counted = (alias: string): string =>
    countedTo === null ? '1' : `${dayOf(alias)} <= ${countedTo}`;
  return `${counted('c')} AND NOT EXISTS (SELECT 1 FROM cohorts l
    WHERE l.school_id = c.school_id AND l.major_id = c.major_id
      AND l.graduation_year = c.graduation_year AND ${dayOf('l')} > ${dayOf('c')} AND ${counted('l')}
      AND ${meets('college_id')} AND ${meets('degree')})`;
}

/** How cohorts are read. */
export const COHORT_TABLE: FactTable = {
  from: 'cohorts c',
  joins: {
    school: 'JOIN schools s ON s.id = c.school_id',
    major: 'JOIN majors m ON m.id = c.major_id',
  },
  school: 'c.school_id',
  visible,
  dimension: (id) => entryOf(DIMENSIONS, id),
  measure: (id) => entryOf<MeasureExpression>(MEASURES, id),
};
