import { Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { PARTS, peopleOf, type Part } from '../../domain/metrics/people.ts';
import { metric } from '../../domain/metrics/registry.ts';
import { aboutOptions } from '../api/about.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { useTranslation } from '../i18n/use-translation.ts';
import type { Explained, Explanation } from './explain-context.ts';
import { formulaInNumbers } from './formula-numbers.ts';
import { MetricSource } from './metric-source.tsx';
import { RecordsAnchor } from './records-anchor.tsx';
import { useFormatter } from './use-formatter.ts';
import { useNamesOf } from './use-selected-values.ts';
import { useStanding } from './use-standing.ts';

function RecordsLink({ of, part, people }: { of: Explanation; part: Part; people: number }) {
  const { t } = useTranslation();
  const format = useFormatter();
  if (people === 0 || peopleOf(metric(of.metric), part) === null) return null;
  const search = {
    ...of.selected,
    behind: of.metric,
    part,
    ...(of.asOf === undefined ? {} : { asOf: of.asOf }),
  };
  return (
    <RecordsAnchor search={search}>
      {t(part === 'among' ? 'explain.recordsAmong' : 'explain.recordsOf', {
        n: format.count(people),
      })}
    </RecordsAnchor>
  );
}

/** Everything about one figure: definition, formula with its numbers, source, n, interval, standing, as-of, records. */
export function ExplainContent({ figure, unit, of }: Omit<Explained, 'anchor'>) {
  const { t } = useTranslation();
  const language = useLanguage();
  const format = useFormatter();
  const standing = useStanding();
  const names = useNamesOf(of.selected);
  const { data: about } = useQuery(aboutOptions);
  const { label, definition, words, source } = metric(of.metric);
  const asOf = of.asOf ?? about?.asOf;
  const numbers = formulaInNumbers(of.metric, figure, { format, language, t });
  const { value, n, low, high } = figure;
  const counted = { among: n, of: figure.of ?? 0 };
  // Where too many dates are missing, n says of how many, not whom the figure would be made of.
  const hasRecords = figure.reason !== 'undated';
  return (
    <Stack gap="xs">
      <Title order={3} size="h5" tabIndex={-1} data-autofocus>
        {label[language]}: {value === null ? '–' : format.value(unit, value)}
      </Title>
      <Text size="sm">{definition[language]}</Text>
      <Text size="sm">
        <strong>{t('metric.formula')}:</strong> {numbers ?? words[language]}
      </Text>
      <Text size="sm">
        <strong>n = {format.count(n)}.</strong> {standing(figure)}
      </Text>
      {value === null || low === undefined || high === undefined ? null : (
        <Text size="sm">
          {t('explain.interval', { low: format.value(unit, low), high: format.value(unit, high) })}
        </Text>
      )}
      <Text size="sm" c="dimmed">
        {t('explain.selected')}:{' '}
        {names.length === 0
          ? t('source.unfiltered')
          : names.map(({ label: one, name }) => `${one}: ${name}`).join(' · ')}
        {asOf === undefined ? null : `; ${t('source.asOf', { day: format.day(asOf) })}`}
      </Text>
      <MetricSource source={source} />
      {hasRecords
        ? PARTS.map((part) => <RecordsLink key={part} of={of} part={part} people={counted[part]} />)
        : null}
    </Stack>
  );
}
