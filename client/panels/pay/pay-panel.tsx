import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useMemo } from 'react';
import { DIMENSIONS, dimension } from '../../../domain/dimensions.ts';
import { metric } from '../../../domain/metrics/registry.ts';
import { explained } from '../../frame/explanation.ts';
import { Panel } from '../../frame/panel.tsx';
import { PanelSkeleton } from '../../frame/panel-skeleton.tsx';
import { panelState } from '../../frame/panel-state.ts';
import { useFilters } from '../../frame/use-filters.ts';
import { useFormatter } from '../../frame/use-formatter.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { payOptions, usePayDegree } from '../use-pay-degree.ts';
import { payEnds, payRanges, QUARTILES } from './pay-ranges.ts';

const RangeList = lazy(async () => {
  const { RangeList: component } = await import('../../charts/range-list.tsx');
  return { default: component };
});

/** What are they paid at the start? Quartiles of first-year pay by major, within one degree. */
export function PayPanel() {
  const { t } = useTranslation();
  const language = useLanguage();
  const format = useFormatter();
  const { filters, picks } = useFilters();
  const { degree, answer: degrees } = usePayDegree(filters);
  const within = degree === null ? filters : { ...filters, degree: [degree] };
  const answer = useQuery(payOptions({ metrics: QUARTILES, by: ['major'], filters }, degree));
  const ranges = useMemo(
    () => payRanges(degree === null ? [] : (answer.data?.rows ?? []), language),
    [answer.data, degree, language],
  );
  const ends = payEnds(ranges);
  const money = (value: number) => format.value('money', value);
  const nothingAsked = degrees.data !== undefined && degree === null;
  const degreeName =
    degree === null ? '' : (dimension('degree').codes?.[degree]?.[language] ?? degree);

  return (
    <Panel
      id="pay"
      question={t('profile.pay')}
      metrics={QUARTILES}
      state={panelState(degrees, ...(degree === null ? [] : [answer]))}
      skeleton="bars"
      table={
        answer.data === undefined && !nothingAsked
          ? null
          : {
              columns: [
                { id: 'major', label: DIMENSIONS.major.label[language], numeric: false },
                ...QUARTILES.map((id) => ({
                  id,
                  label: metric(id).label[language],
                  numeric: true,
                })),
                { id: 'n', label: 'n', numeric: true },
              ],
              rows: ranges.map(({ id, label, figures, n }) => ({
                id,
                cells: [
                  { kind: 'text', text: label, filter: { dimension: 'major', value: id } },
                  ...figures.map((figure, index) => ({
                    kind: 'figure' as const,
                    figure,
                    unit: 'money' as const,
                    explain: explained(QUARTILES[index] ?? 'salary_median', within, { major: id }),
                  })),
                  { kind: 'count', count: n },
                ],
              })),
            }
      }
      answer={
        ends === null
          ? null
          : t('profile.payAnswer', {
              low: money(ends.low.middle),
              lowName: ends.low.label,
              high: money(ends.high.middle),
              highName: ends.high.label,
            })
      }
      note={[
        t('profile.payNote', { degree: degreeName }),
        ...(ranges.some(({ isSmall }) => isSmall) ? [t('profile.payFew')] : []),
      ].join(language === 'zh' ? '' : ' ')}
    >
      <Suspense fallback={<PanelSkeleton shape="bars" />}>
        <RangeList
          label={t('profile.payLabel')}
          items={ranges.map((range) => ({
            ...range,
            size: t('figure.n', { n: format.count(range.n) }),
            details: [
              ...[range.low, range.middle, range.high].map((value, index) => ({
                label: metric(QUARTILES[index] ?? 'salary_median').label[language],
                value: money(value),
              })),
              { label: 'n', value: format.count(range.n) },
            ],
          }))}
          written={money}
          {...picks('major')}
        />
      </Suspense>
    </Panel>
  );
}
