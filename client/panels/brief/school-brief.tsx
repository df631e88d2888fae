import './brief.css';
import { Button, Group, List, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { DIMENSIONS } from '../../../domain/dimensions.ts';
import type { Filters } from '../../../domain/filters.ts';
import { metric, METRICS, type MetricId } from '../../../domain/metrics/registry.ts';
import { aboutOptions } from '../../api/about.ts';
import { figuresOptions, type Figure } from '../../api/figures.ts';
import { keyName } from '../../frame/named.ts';
import { PanelSkeleton } from '../../frame/panel-skeleton.tsx';
import type { PanelCell, PanelTable } from '../../frame/panel-table.ts';
import { Section } from '../../frame/section.tsx';
import { TwinTable } from '../../frame/twin-table.tsx';
import { useFormatter } from '../../frame/use-formatter.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { lastWholeYear } from '../hires-by-year/growth.ts';
import { BriefLedgerSections } from './brief-ledger-sections.tsx';
import { talkingPoints } from './talking-points.ts';

const NUMBERS = [
  'hires',
  'headcount',
  'acceptance_rate',
  'show_up_rate',
  'intern_conversion',
  'retention_12m',
  'retention_36m',
  'major_match_rate',
  'yield',
] as const satisfies MetricId[];

const CLASSES = 8;
const DEPARTMENTS = 8;
const MISSING: Figure = { value: null, n: 0, status: 'no_data' };

const figure = (id: MetricId, value: Figure | undefined): PanelCell => ({
  kind: 'figure',
  figure: value ?? MISSING,
  unit: metric(id).unit,
});

interface SchoolBriefProps {
  readonly schoolId: number;
}

/** What one needs on the way to a dean, on one page: numbers, trend, who went where, what to talk about. */
export function SchoolBrief({ schoolId }: SchoolBriefProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const format = useFormatter();
  const about = useQuery(aboutOptions);
  const lastWhole = about.data === undefined ? null : lastWholeYear(about.data.asOf);
  const filters: Filters = { school: [schoolId] };
  const last = { from: (lastWhole ?? 0) - 2, to: lastWhole ?? 0 };
  const own = useQuery(figuresOptions({ metrics: NUMBERS, by: [], filters }));
  const all = useQuery(figuresOptions({ metrics: NUMBERS, by: [], filters: {} }));
  const byYear = useQuery(figuresOptions({ metrics: ['hires'], by: ['year'], filters }));
  const departments = useQuery({
    ...figuresOptions({
      metrics: ['hires'],
      by: ['department'],
      filters: { ...filters, year: [last] },
    }),
    enabled: lastWhole !== null,
  });
  const isThere = own.data && all.data && byYear.data && departments.data && about.data;
  if (!isThere || lastWhole === null) return <PanelSkeleton shape="table" />;

  const numbers: PanelTable = {
    columns: [
      { id: 'measure', label: t('brief.measure'), numeric: false },
      { id: 'own', label: t('brief.own'), numeric: true },
      { id: 'n', label: t('brief.among'), numeric: true },
      { id: 'all', label: t('brief.all'), numeric: true },
    ],
    rows: NUMBERS.map((id) => ({
      id,
      cells: [
        { kind: 'text', text: metric(id).label[language] },
        figure(id, own.data.total[id]),
        { kind: 'count', count: own.data.total[id]?.n ?? 0 },
        figure(id, all.data.total[id]),
      ],
    })),
  };
  const trend: PanelTable = {
    columns: [
      { id: 'year', label: DIMENSIONS.year.label[language], numeric: false },
      { id: 'hires', label: METRICS.hires.label[language], numeric: true },
    ],
    rows: byYear.data.rows.slice(-CLASSES).map(({ key, values }) => {
      const year = keyName('year', key['year'] ?? null, language);
      const text = Number(year) > lastWhole ? t('brief.running', { year }) : year;
      return { id: year, cells: [{ kind: 'text', text }, figure('hires', values['hires'])] };
    }),
  };
  const went: PanelTable = {
    columns: [
      { id: 'department', label: DIMENSIONS.department.label[language], numeric: false },
      { id: 'hires', label: METRICS.hires.label[language], numeric: true },
    ],
    rows: departments.data.rows
      .filter(({ values }) => (values['hires']?.value ?? 0) > 0)
      .toSorted((a, b) => (b.values['hires']?.value ?? 0) - (a.values['hires']?.value ?? 0))
      .slice(0, DEPARTMENTS)
      .map(({ key, values }) => {
        const name = keyName('department', key['department'] ?? null, language);
        return {
          id: name,
          cells: [{ kind: 'text', text: name }, figure('hires', values['hires'])],
        };
      }),
  };
  const points = talkingPoints(own.data.total, all.data.total, byYear.data.rows, lastWhole, format);
  const span = `${last.from}–${last.to}`;
  return (
    <Stack gap="md" className="brief">
      <Group justify="space-between">
        <Text c="dimmed">{t('brief.asOf', { day: format.day(about.data.asOf) })}</Text>
        <Button variant="default" className="brief-print" onClick={() => window.print()}>
          {t('brief.print')}
        </Button>
      </Group>
      <Section title={t('brief.points')}>
        {points.length === 0 ? (
          <Text>{t('brief.noPoints')}</Text>
        ) : (
          <List>
            {points.map(({ key, words }) => (
              <List.Item key={key}>{t(key, words)}</List.Item>
            ))}
          </List>
        )}
      </Section>
      <BriefLedgerSections schoolId={schoolId} />
      <Section title={t('brief.numbers')}>
        <TwinTable caption={t('brief.numbers')} table={numbers} isWhole />
      </Section>
      <div className="brief-pair">
        <Section title={t('brief.trend')}>
          <TwinTable caption={t('brief.trend')} table={trend} isWhole />
        </Section>
        <Section title={t('brief.who', { span })}>
          <TwinTable caption={t('brief.who', { span })} table={went} isWhole />
        </Section>
      </div>
    </Stack>
  );
}
