import type { Filters } from '../../domain/filters.ts';
import type { FiguresQuestion } from '../api/figures.ts';

/** What the key figures and the pipeline both need of a selection, asked for once. */
export function byYearQuestion(filters: Filters): FiguresQuestion {
  return {
    metrics: [
      'interns',
      'offers',
      'acceptances',
      'hires',
      'headcount',
      'acceptance_rate',
      'intern_conversion',
      'retention_12m',
    ],
    by: ['year'],
    filters,
  };
}
