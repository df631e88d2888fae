import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { DIMENSIONS } from '../../../domain/dimensions.ts';
import { METRICS } from '../../../domain/metrics/registry.ts';
import { figuresOptions, type Figure } from '../../api/figures.ts';
import { explained } from '../../frame/explanation.ts';
import { Panel } from '../../frame/panel.tsx';
import { PanelSkeleton } from '../../frame/panel-skeleton.tsx';
import { panelState } from '../../frame/panel-state.ts';
import { useFilters } from '../../frame/use-filters.ts';
import { useFormatter } from '../../frame/use-formatter.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { turnoverAnswer, turnoverColumns, turnoverTable, turnoverYears } from './turnover-shape.ts';

const RateColumns = lazy(async () => {
  const { RateColumns: component } = await import('../../charts/rate-columns.tsx');
  return { default: component };
});

/** How many leave within their first year, by year hired, with intervals; a click on a year filters by it. */
export function TurnoverPanel() {
  const { t } = useTranslation();
  const language = useLanguage();
  const format = useFormatter();
  const { filters, picks } = useFilters();
  const answer = useQuery(
    figuresOptions({ metrics: ['first_year_turnover'], by: ['hire_year'], filters }),
  );
  const years = turnoverYears(answer.data?.rows ?? [], language);
  const percent = (value: number) => format.value('percent', value);
  const intervalOf = ({ low, high }: Pick<Figure, 'low' | 'high'>) =>
    low === undefined || high === undefined ? '' : format.interval('percent', low, high);
  const wordsOf = (figure: Pick<Figure, 'value' | 'n' | 'low' | 'high'>) =>
    figure.value === null
      ? t('figure.noData')
      : t('turnover.sized', {
          value: percent(figure.value),
          interval: intervalOf(figure),
          n: format.count(figure.n),
        });
  const rate = METRICS.first_year_turnover.label[language];

  const said = answer.data === undefined ? null : turnoverAnswer(answer.data);
  const sentence = () => {
    if (said === null) return null;
    const { all, latest } = said;
    const words = {
      value: percent(all.value),
      interval: format.interval('percent', all.low, all.high),
      n: format.count(all.n),
    };
    if (latest === null) return t('turnover.answer', words);
    const { now, before } = latest;
    return t('turnover.answerLatest', {
      ...words,
      year: String(now.year),
      latest: wordsOf(now),
      before: String(before.year),
      earlier: wordsOf(before),
    });
  };

  return (
    <Panel
      id="turnover"
      question={t('turnover.question')}
      metrics={['first_year_turnover']}
      state={panelState(answer)}
      skeleton="columns"
      table={
        answer.data === undefined
          ? null
          : turnoverTable(
              years,
              {
                year: DIMENSIONS.hire_year.label[language],
                rate,
                interval: t('turnover.interval'),
                n: t('turnover.n'),
              },
              intervalOf,
              (year) => explained('first_year_turnover', filters, { hire_year: year }),
            )
      }
      answer={sentence()}
      note={t('turnover.note')}
    >
      <Suspense fallback={<PanelSkeleton shape="columns" />}>
        <RateColumns
          label={t('turnover.label')}
          rateLabel={rate}
          columns={turnoverColumns(years, wordsOf)}
          {...picks('hire_year')}
        />
      </Suspense>
    </Panel>
  );
}
