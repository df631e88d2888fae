import { DIMENSION_IDS, dimension } from '../../domain/dimensions.ts';
import { FACT_IDS, FACTS, type FactId } from '../../domain/facts.ts';
import { factOf, MEASURES, MEASURE_IDS } from '../../domain/measures.ts';
import { METRIC_IDS, metric } from '../../domain/metrics/registry.ts';
import { REASONS } from '../../domain/metrics/value.ts';

const UNITS = {
  people: 'people',
  percent: '%',
  days: 'days',
  money: 'currency a year',
  rating: '1–5',
  ratio: 'graduates per place',
} as const;

function metricSection(id: (typeof METRIC_IDS)[number]): string {
  const { label, definition, unit, words, source, sensitive } = metric(id);
  const cited = source.url === null ? source.title : `[${source.title}](${source.url})`;
  return [
    `### ${id}`,
    `**${label.en}** · ${label.zh}`,
    definition.en,
    definition.zh,
    [
      `- Formula: ${words.en} (${words.zh})`,
      `- Unit: ${UNITS[unit]}`,
      `- Source: ${cited}`,
      ...(sensitive ? ['- Sensitive: speaks about pay or performance'] : []),
    ].join('\n'),
  ].join('\n\n');
}

function measuresSection(fact: FactId): string {
  const measures = MEASURE_IDS.filter((id) => factOf(id) === fact);
  return [
    `### Of ${fact}`,
    `By ${FACTS[fact].dimensions.map((id) => `\`${id}\``).join(', ')}; asked by anything else, \`not_applicable\`.`,
    measures.map((id) => `- \`${id}\`: ${MEASURES[id]}`).join('\n'),
  ].join('\n\n');
}

/** `docs/metrics.md`, made from the registry: every metric, measure, dimension and reason. */
export function metricsPage(): string {
  return `${[
    '# Metrics',
    'This page is written by `npm run docs` from `domain/metrics/`; edit the entries there.',
    'Every value carries its denominator `n`. Proportions carry a Wilson 95 % interval, retention a log-log Kaplan–Meier 95 % interval. Below n = 10 a rate has the status `small`; counts are never small. "Year" alone is the graduation year (届).',
    '## Definitions',
    ...METRIC_IDS.map(metricSection),
    '## Measures',
    'The additive counts and sums that the metrics are formulas over.',
    ...FACT_IDS.map(measuresSection),
    '## Dimensions',
    DIMENSION_IDS.map(
      (id) => `- \`${id}\`: ${dimension(id).label.en} (${dimension(id).label.zh})`,
    ).join('\n'),
    '## Why a figure may be missing',
    Object.entries(REASONS)
      .map(([id, { en, zh }]) => `- \`${id}\`: ${en} ${zh}`)
      .join('\n'),
  ].join('\n\n')}\n`;
}
