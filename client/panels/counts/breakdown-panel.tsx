import { useQuery } from '@tanstack/react-query';
import { DIMENSIONS } from '../../../domain/dimensions.ts';
import { METRICS } from '../../../domain/metrics/registry.ts';
import { figuresOptions } from '../../api/figures.ts';
import { explained } from '../../frame/explanation.ts';
import { panelState } from '../../frame/panel-state.ts';
import { useFilters } from '../../frame/use-filters.ts';
import { useFormatter } from '../../frame/use-formatter.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { hiresBy, leader, withRest } from './count-items.ts';
import { CountsPanel } from './counts-panel.tsx';

/** More bars than these are too many to read; the smallest are shown together. */
const MOST_BARS = 12;

/** Hires by a dimension; a click on a bar filters by it. */
export function BreakdownPanel({
  by,
}: {
  readonly by: 'degree' | 'channel' | 'major' | 'department';
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { filters, picks } = useFilters();
  const format = useFormatter();
  const answer = useQuery(figuresOptions({ metrics: ['hires'], by: [by], filters }));
  const counted = answer.data === undefined ? null : hiresBy(by, answer.data.rows, language);
  const items =
    counted?.map((item) => ({
      ...item,
      explain: explained('hires', filters, { [by]: item.id }),
    })) ?? null;
  const first = leader(items ?? []);
  const sentence =
    first === null
      ? null
      : t('breakdown.answer', {
          name: first.label,
          n: format.count(first.value),
          total: format.count(first.total),
          percent: format.value('percent', first.value / first.total),
        });
  return (
    <CountsPanel
      id={`hires-by-${by}`}
      question={t(`breakdown.${by}`)}
      metrics={['hires']}
      state={panelState(answer)}
      items={items === null ? null : withRest(items, MOST_BARS, t('chart.rest'))}
      answer={sentence}
      labels={{ name: DIMENSIONS[by].label[language], count: METRICS.hires.label[language] }}
      {...picks(by)}
    />
  );
}
