import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { cohortsOptions, releaseOptions } from '../../api/release.ts';
import { Failed } from '../../frame/panel-message.tsx';
import { PanelSkeleton } from '../../frame/panel-skeleton.tsx';
import type { PanelTable } from '../../frame/panel-table.ts';
import { Section } from '../../frame/section.tsx';
import { TwinTable } from '../../frame/twin-table.tsx';
import { useFormatter } from '../../frame/use-formatter.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { releasedText } from '../release/released-text.ts';
import { reconciled, type ReconciledClass } from './reconcile.ts';

/** Does our count of who signed with this company agree with whom it hired? Class by class, and why they differ. */
export function ReconciliationSection() {
  const { t } = useTranslation();
  const format = useFormatter();
  const cohorts = useQuery(cohortsOptions);
  // Where nothing was published yet, the own counts stand alone.
  const release = useQuery(releaseOptions);
  if (cohorts.error !== null)
    return <Failed error={cohorts.error} retry={() => void cohorts.refetch()} />;
  if (cohorts.data === undefined || release.isPending) return <PanelSkeleton shape="table" />;
  const classes = reconciled(cohorts.data, release.data ?? null);
  const known = classes.find(({ difference }) => difference !== null);
  const title = t('partner.reconcile.title');
  const table: PanelTable = {
    columns: [
      { id: 'year', label: t('partner.class'), numeric: false },
      { id: 'signed', label: t('partner.reconcile.signed'), numeric: true },
      { id: 'hires', label: t('partner.reconcile.hires'), numeric: true },
      { id: 'difference', label: t('partner.reconcile.difference'), numeric: true },
    ],
    rows: classes.map(({ year, signed, hires, difference }) => ({
      id: String(year),
      cells: [
        String(year),
        signed === null
          ? '–'
          : t('partner.reconcile.among', {
              n: format.count(signed.people),
              all: format.count(signed.among),
            }),
        hires === null ? '–' : releasedText(hires, 'hires', format, t),
        difference === null ? '–' : format.change('people', difference),
      ].map((text) => ({ kind: 'text', text })),
    })),
  };
  return (
    <Section title={title} lead={t('partner.reconcile.lead')}>
      {known === undefined ? null : (
        <Text className="panel-answer">
          {t(`partner.reconcile.${wordOf(known)}`, {
            year: known.year,
            signed: format.count(known.signed?.people ?? 0),
            hired: format.count(known.hires?.value ?? 0),
            more: format.count(Math.abs(known.difference ?? 0)),
          })}
        </Text>
      )}
      {classes.some(({ signed }) => signed !== null) ? null : (
        <Text>{t('partner.reconcile.unsaid')}</Text>
      )}
      {release.data === undefined ? <Text>{t('partner.nothing')}</Text> : null}
      {classes.length === 0 ? null : <TwinTable caption={title} table={table} isWhole />}
      <Text size="sm" c="dimmed" mt="sm">
        {t('partner.reconcile.why')}
      </Text>
    </Section>
  );
}

function wordOf({ difference }: ReconciledClass): 'same' | 'more' | 'fewer' {
  return difference === 0 ? 'same' : (difference ?? 0) > 0 ? 'more' : 'fewer';
}
