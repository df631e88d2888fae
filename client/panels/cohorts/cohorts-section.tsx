import { List, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { metric } from '../../../domain/metrics/registry.ts';
import { cohortsOptions } from '../../api/release.ts';
import { Failed } from '../../frame/panel-message.tsx';
import { PanelSkeleton } from '../../frame/panel-skeleton.tsx';
import { Section } from '../../frame/section.tsx';
import { TwinTable } from '../../frame/twin-table.tsx';
import { useFormatter } from '../../frame/use-formatter.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { classesTable, COHORT_METRICS, progressTable } from './cohort-tables.ts';

/** How far is the class, and where did earlier ones go? By the school's own counts. */
export function CohortsSection() {
  const { t } = useTranslation();
  const language = useLanguage();
  const format = useFormatter();
  const { data, error, refetch } = useQuery(cohortsOptions);
  if (error !== null) return <Failed error={error} retry={() => void refetch()} />;
  if (data === undefined) return <PanelSkeleton shape="table" />;
  if (data.years.length === 0) {
    return (
      <Section title={t('partner.classes')}>
        <Text>{t('partner.noCohorts')}</Text>
      </Section>
    );
  }
  const progress = t('partner.progress', { year: data.year });
  return (
    <>
      {data.counts.length === 0 ? null : (
        <Section title={progress} lead={metric('placement_rate').label[language]}>
          <TwinTable
            caption={progress}
            table={progressTable(data.counts, language, format, t)}
            isWhole
          />
        </Section>
      )}
      <Section title={t('partner.classes')} lead={t('partner.classesLead')}>
        <TwinTable caption={t('partner.classes')} table={classesTable(data, language, t)} isWhole />
        <details className="released-more">
          <summary>{t('partner.definitions')}</summary>
          <List size="sm" spacing={4}>
            {COHORT_METRICS.map((id) => (
              <List.Item key={id}>
                <strong>{metric(id).label[language]}</strong>: {metric(id).definition[language]}
              </List.Item>
            ))}
          </List>
        </details>
      </Section>
    </>
  );
}
