import { Button, List, NativeSelect, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { metric } from '../../../domain/metrics/registry.ts';
import { RULE_SENTENCES } from '../../../domain/releases/rule-sentences.ts';
import type { Release, ReleasedTable } from '../../api/release.ts';
import { useFormatter } from '../../frame/use-formatter.ts';
import { useViewState, valuesOf } from '../../frame/use-view-state.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { OUTCOME_METRICS } from './outcomes-section.tsx';
import { ReleasedMetricsTable } from './released-metrics-table.tsx';
import { countOf, tableOf } from './released-text.ts';

/** The classes of which the release has hires, latest first. */
function yearsIn(tables: readonly ReleasedTable[]): number[] {
  const rows = tableOf(tables, 'hires', 'year')?.rows ?? [];
  return rows
    .flatMap((row) =>
      typeof row.key['year'] === 'number' && (countOf(row) ?? 0) > 0 ? [row.key['year']] : [],
    )
    .toSorted((a, b) => b - a);
}

/** The row of one class of a table that is divided by classes, as a table of its own. */
function ofYear(table: ReleasedTable | undefined, year: number): ReleasedTable[] {
  const rows = table?.rows.filter((row) => row.key['year'] === year) ?? [];
  return table === undefined || rows.length === 0 ? [] : [{ ...table, rows }];
}

/** What a school needs from this employer for its annual report on the employment of its graduates, to be printed. */
export function AnnexSheet({ release }: { readonly release: Release }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const format = useFormatter();
  const { parameters, change } = useViewState();
  const { tables, rules } = release;
  const years = yearsIn(tables);
  const asked = Number(valuesOf(parameters, 'class')[0]);
  // The latest class of which the release can say how many were hired.
  const complete = years.find((one) =>
    ofYear(tableOf(tables, 'yield', 'year'), one).some(({ rows }) =>
      rows.some(({ own }) => own.status === 'banded'),
    ),
  );
  const year = years.find((one) => one === asked) ?? complete ?? years[0];
  if (year === undefined) return <Text>{t('partner.none')}</Text>;
  const counts = (['graduates', 'hires'] as const).flatMap((id) =>
    ofYear(tableOf(tables, id, 'year'), year),
  );
  const outcomes = OUTCOME_METRICS.flatMap((id) => ofYear(tableOf(tables, id, 'year'), year));
  const whole = OUTCOME_METRICS.flatMap((id) => tableOf(tables, id, 'last_three_years') ?? []);
  const used = [...new Set([...counts, ...outcomes, ...whole].map((table) => table.metric))];
  return (
    <article className="annex">
      <div className="released-controls no-print">
        <NativeSelect
          label={t('partner.class')}
          data={years.map(String)}
          value={String(year)}
          onChange={(event) => change({ class: [event.currentTarget.value] })}
        />
        <Button onClick={() => window.print()}>{t('partner.print')}</Button>
      </div>
      <Title order={2} size="h3">
        {t('partner.annexTitle', { year })}
      </Title>
      <Title order={3} size="h5" mt="md">
        {t('partner.annexClass', { year })}
      </Title>
      <ReleasedMetricsTable
        caption={t('partner.annexClass', { year })}
        tables={[...counts, ...outcomes]}
        rows="metric"
      />
      <Title order={3} size="h5" mt="md">
        {t('partner.divisions.last_three_years')}
      </Title>
      <ReleasedMetricsTable
        caption={t('partner.divisions.last_three_years')}
        tables={whole}
        rows="metric"
      />
      <Title order={3} size="h5" mt="md">
        {t('partner.notes')}
      </Title>
      <List size="sm" spacing={4} type="ordered" className="annex-notes">
        <List.Item>
          {t('partner.sourceNote', {
            id: release.id,
            day: format.day(release.publishedAt.slice(0, 10)),
            asOf: format.day(release.asOf),
          })}
        </List.Item>
        {used.map((id) => {
          const { label, definition } = metric(id);
          return (
            <List.Item key={id}>
              <strong>{label[language]}</strong>: {definition[language]}
            </List.Item>
          );
        })}
        {RULE_SENTENCES.map((sentence) => {
          const text = sentence(rules)[language];
          return <List.Item key={text}>{text}</List.Item>;
        })}
      </List>
    </article>
  );
}
