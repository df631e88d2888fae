import { NativeSelect, Text } from '@mantine/core';
import { metric } from '../../../domain/metrics/registry.ts';
import { OUTCOME_METRICS } from '../../../domain/releases/outcome-metrics.ts';
import type { Release } from '../../api/release.ts';
import { Section } from '../../frame/section.tsx';
import { useViewState, valuesOf } from '../../frame/use-view-state.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { ReleasedMetricsTable } from './released-metrics-table.tsx';
import { tableOf } from './released-text.ts';

const DIVISIONS = ['all', 'last_three_years', 'year', 'degree', 'major'] as const;
type Division = (typeof DIVISIONS)[number];

function isDivision(text: string | undefined): text is Division {
  return DIVISIONS.some((division) => division === text);
}

/** Do they stay, in fitting jobs, and how does that compare? Bands beside those of all other schools together. */
export function OutcomesSection({ tables }: Pick<Release, 'tables'>) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { parameters, change } = useViewState();
  const [asked] = valuesOf(parameters, 'by');
  const division = isDivision(asked) ? asked : 'all';
  const by = division === 'all' ? [] : [division];
  const [wanted] = valuesOf(parameters, 'figure');
  const chosen = OUTCOME_METRICS.find((id) => id === wanted) ?? 'retention_12m';
  const single = division === 'all' || division === 'last_three_years';
  const ids = single ? OUTCOME_METRICS : [chosen];
  const shown = ids.flatMap((id) => tableOf(tables, id, ...by) ?? []);
  return (
    <Section title={t('partner.outcomes')} lead={t('partner.outcomesLead')}>
      <div className="released-controls no-print">
        <NativeSelect
          label={t('partner.division')}
          data={DIVISIONS.map((value) => ({ value, label: t(`partner.divisions.${value}`) }))}
          value={division}
          onChange={(event) => change({ by: [event.currentTarget.value] })}
        />
        {single ? null : (
          <NativeSelect
            label={t('partner.figure')}
            data={OUTCOME_METRICS.map((value) => ({ value, label: metric(value).label[language] }))}
            value={chosen}
            onChange={(event) => change({ figure: [event.currentTarget.value] })}
          />
        )}
      </div>
      {shown.length === 0 ? (
        <Text>{t('partner.none')}</Text>
      ) : (
        <ReleasedMetricsTable
          caption={t('partner.outcomes')}
          tables={shown}
          rows={single ? 'metric' : 'key'}
        />
      )}
    </Section>
  );
}
