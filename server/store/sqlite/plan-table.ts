import type { PlanMeasureId } from '../../../domain/measures.ts';
import {
  entryOf,
  type DimensionExpression,
  type FactTable,
  type MeasureExpression,
} from './fact-table.ts';

const MEASURES: Readonly<Record<PlanMeasureId, MeasureExpression>> = {
  planned: { when: '1', sum: 'p.headcount' },
};

const DIMENSIONS: Readonly<Record<string, DimensionExpression>> = {
  major: { expression: 'p.major_id' },
  family: { expression: 'm.family', major: true },
  year: { expression: 'p.year' },
  degree: { expression: 'p.degree' },
  department: { expression: 'p.department' },
};

/** How plans are read. A plan for any major has no row in the directory of majors. */
export const PLAN_TABLE: FactTable = {
  from: 'plans p',
  joins: { school: '', major: 'LEFT JOIN majors m ON m.id = p.major_id' },
  school: null,
  visible: () => '1',
  dimension: (id) => entryOf(DIMENSIONS, id),
  measure: (id) => entryOf<MeasureExpression>(MEASURES, id),
};
