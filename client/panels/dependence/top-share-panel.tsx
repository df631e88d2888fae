import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useMemo } from 'react';
import { DIMENSIONS } from '../../../domain/dimensions.ts';
import { METRICS } from '../../../domain/metrics/registry.ts';
import { SMALL_N } from '../../../domain/metrics/value.ts';
import { aboutOptions } from '../../api/about.ts';
import { figuresOptions } from '../../api/figures.ts';
import { Panel } from '../../frame/panel.tsx';
import { PanelSkeleton } from '../../frame/panel-skeleton.tsx';
import { panelState } from '../../frame/panel-state.ts';
import { useFilters } from '../../frame/use-filters.ts';
import { useFormatter } from '../../frame/use-formatter.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { lastWholeYear } from '../hires-by-year/growth.ts';
import { dependenceTable } from './dependence-table.ts';
import { dependenceRows } from './dependence-rows.ts';

const RateColumns = lazy(async () => {
  const { RateColumns: component } = await import('../../charts/rate-columns.tsx');
  return { default: component };
});

/** More classes than these are too many to read; the earliest are not shown. */
const MOST_YEARS = 14;

/** Do we depend on one school? The largest school's share of each class. */
export function TopSharePanel() {
  const { t } = useTranslation();
  const language = useLanguage();
  const format = useFormatter();
  const { filters, picks } = useFilters();
  const about = useQuery(aboutOptions);
  const shares = useQuery(figuresOptions({ metrics: ['top_school_share'], by: ['year'], filters }));
  const hires = useQuery(figuresOptions({ metrics: ['hires'], by: ['school', 'year'], filters }));
  const rows = useMemo(
    () =>
      dependenceRows('year', shares.data?.rows ?? [], hires.data?.rows ?? [], language)
        .toSorted((a, b) => Number(a.id) - Number(b.id))
        .slice(-MOST_YEARS),
    [shares.data, hires.data, language],
  );
  const lastWhole = about.data === undefined ? null : lastWholeYear(about.data.asOf);
  const latest = rows.findLast(
    ({ id, share }) => lastWhole !== null && Number(id) <= lastWhole && share.n >= SMALL_N,
  );
  return (
    <Panel
      id="top-school"
      question={t('dependence.question')}
      metrics={['top_school_share']}
      state={panelState(shares, hires)}
      skeleton="columns"
      table={
        shares.data === undefined || hires.data === undefined
          ? null
          : dependenceTable(rows, filters, {
              name: DIMENSIONS.year.label[language],
              school: t('dependence.school'),
              hires: t('dependence.hires'),
              share: METRICS.top_school_share.label[language],
              all: METRICS.hires.label[language],
            })
      }
      answer={
        latest === undefined
          ? null
          : t('dependence.answerYear', {
              year: latest.label,
              school: latest.school,
              hires: format.count(latest.hires),
              all: format.count(latest.share.n),
              percent: format.value('percent', latest.share.value ?? 0),
            })
      }
      note={
        about.data !== undefined && rows.at(-1)?.id === String(about.data.latestSeason)
          ? t('hiresByYear.note', {
              season: String(about.data.latestSeason),
              day: format.day(about.data.asOf),
            })
          : undefined
      }
    >
      <Suspense fallback={<PanelSkeleton shape="columns" />}>
        <RateColumns
          label={t('dependence.chart')}
          rateLabel={METRICS.top_school_share.label[language]}
          columns={rows.map(({ id, label, school, hires: own, share }) => ({
            id,
            name: label,
            value: share.value,
            // The largest of several parts is no sample of anything: there is no interval to draw.
            low: null,
            high: null,
            isSmall: share.status === 'small',
            words: t('dependence.words', {
              percent: format.value('percent', share.value ?? 0),
              school,
              hires: format.count(own),
              all: format.count(share.n),
            }),
          }))}
          {...picks('year')}
        />
      </Suspense>
    </Panel>
  );
}
