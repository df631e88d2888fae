import { Text } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { METRICS } from '../../../domain/metrics/registry.ts';
import type { Release } from '../../api/release.ts';
import { PanelSkeleton } from '../../frame/panel-skeleton.tsx';
import { Section } from '../../frame/section.tsx';
import { useFormatter } from '../../frame/use-formatter.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { ReleasedMetricsTable } from './released-metrics-table.tsx';
import { countOf, tableOf } from './released-text.ts';

const StackedColumns = lazy(async () => {
  const { StackedColumns: chart } = await import('../../charts/stacked-columns.tsx');
  return { default: chart };
});

/** How many of our graduates were hired? By class, with the yield beside it. */
export function HiredSection({ tables }: Pick<Release, 'tables'>) {
  const { t } = useTranslation();
  const language = useLanguage();
  const format = useFormatter();
  const question = t('partner.hired');
  const label = METRICS.hires.label[language];
  const byYear = tableOf(tables, 'hires', 'year')?.rows ?? [];
  const columns = byYear.flatMap((row) => {
    const { year } = row.key;
    const count = countOf(row);
    return typeof year !== 'number' || count === null
      ? []
      : [{ name: String(year), values: { hires: count } }];
  });
  const total = countOf(tableOf(tables, 'hires')?.rows[0]);
  const yields = tableOf(tables, 'yield', 'year');
  return (
    <Section title={question}>
      {total === null ? null : (
        <Text className="panel-answer">{t('partner.hiredAnswer', { n: format.count(total) })}</Text>
      )}
      <Suspense fallback={<PanelSkeleton shape="columns" />}>
        <StackedColumns
          label={t('partner.chart', { name: question })}
          totalLabel={t('partner.total')}
          columns={columns}
          series={[{ id: 'hires', label, color: 'var(--chart-accent)', pickable: false }]}
          onPick={() => {}}
        />
      </Suspense>
      {yields === undefined ? null : (
        <details className="released-more">
          <summary>{t('partner.yieldByYear')}</summary>
          <ReleasedMetricsTable caption={t('partner.yieldByYear')} tables={[yields]} rows="key" />
        </details>
      )}
    </Section>
  );
}
