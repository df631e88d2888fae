import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Filters } from '../../../domain/filters.ts';
import type { MetricId } from '../../../domain/metrics/registry.ts';
import { aboutOptions } from '../../api/about.ts';
import { figuresOptions } from '../../api/figures.ts';
import { panelState, type PanelState } from '../../frame/panel-state.ts';
import { byYearQuestion } from '../by-year-question.ts';
import { payOptions, usePayDegree } from '../use-pay-degree.ts';
import { keyFigures, type KeyFigure } from './key-figures.ts';
import { sameDayLastYear, seasonOf } from './season.ts';

const COUNTED = [
  'hires',
  'headcount',
  'acceptance_rate',
  'intern_conversion',
  'retention_12m',
] as const satisfies MetricId[];
const PAID = ['salary_median'] as const satisfies MetricId[];

/** Everything the key figures are shown with. */
export interface KeyFiguresAnswer {
  readonly state: PanelState;
  readonly figures: readonly KeyFigure[] | null;
  readonly season: number | null;
  /** Whether that season is the latest there is. */
  readonly isLatest: boolean;
  /** The degree within which pay is given. */
  readonly degree: string | null;
  /** The day that the season before is given as of. */
  readonly asOfBefore: string;
}

/** Asks for the key figures of a selection and of its season against the one before on the same day. */
export function useKeyFigures(filters: Filters): KeyFiguresAnswer {
  const about = useQuery(aboutOptions);
  const season = about.data === undefined ? null : seasonOf(filters, about.data.latestSeason);
  const { degree, answer: degrees } = usePayDegree(filters);

  const asOfBefore = sameDayLastYear(about.data?.asOf ?? '');
  const earlier = {
    by: ['year'] as const,
    filters:
      season === null ? filters : { ...filters, year: [{ from: season - 1, to: season - 1 }] },
    asOf: asOfBefore,
  };
  const compared = season !== null;
  const counts = useQuery(figuresOptions(byYearQuestion(filters)));
  const countsBefore = useQuery({
    ...figuresOptions({ metrics: COUNTED, ...earlier }),
    enabled: compared,
  });
  const pay = useQuery(payOptions({ metrics: PAID, by: ['year'], filters }, degree));
  const payBefore = useQuery(payOptions({ metrics: PAID, ...earlier }, compared ? degree : null));

  const needed = [
    about,
    degrees,
    counts,
    ...(compared ? [countsBefore] : []),
    ...(degree === null ? [] : [pay, ...(compared ? [payBefore] : [])]),
  ];
  const figures = useMemo(() => {
    if (counts.data === undefined) return null;
    const paidFigures =
      pay.data === undefined ? [] : keyFigures(PAID, pay.data, payBefore.data, season);
    return [...keyFigures(COUNTED, counts.data, countsBefore.data, season), ...paidFigures];
  }, [counts.data, countsBefore.data, pay.data, payBefore.data, season]);
  const isLatest = season === about.data?.latestSeason;
  return { state: panelState(...needed), figures, season, isLatest, degree, asOfBefore };
}
