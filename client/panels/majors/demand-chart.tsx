import { lazy, Suspense } from 'react';
import { METRICS } from '../../../domain/metrics/registry.ts';
import type { LegendItem } from '../../frame/legend.tsx';
import type { Picks } from '../../frame/picks.ts';
import { PanelSkeleton } from '../../frame/panel-skeleton.tsx';
import type { Language } from '../../../domain/language.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import type { PairedCount } from './demand-rows.ts';

const PairedBars = lazy(async () => {
  const { PairedBars: component } = await import('../../charts/paired-bars.tsx');
  return { default: component };
});

const COLORS = ['var(--chart-other)', 'var(--chart-accent)'] as const;

/** What the two colors of the chart stand for. */
export function demandLegend(language: Language): LegendItem[] {
  const [planned, hired] = COLORS;
  return [
    { id: 'planned', label: METRICS.planned.label[language], color: planned },
    { id: 'hired', label: METRICS.campus_hires.label[language], color: hired },
  ];
}

interface DemandChartProps extends Picks {
  readonly items: readonly PairedCount[];
}

/** Planned places against campus hires. */
export function DemandChart({ items, ...picks }: DemandChartProps) {
  const { t } = useTranslation();
  return (
    <Suspense fallback={<PanelSkeleton shape="bars" />}>
      <PairedBars
        label={t('majors.chart')}
        items={items.map(({ planned: first, hired: second, ...item }) => ({
          ...item,
          first,
          second,
        }))}
        colors={COLORS}
        {...picks}
      />
    </Suspense>
  );
}
