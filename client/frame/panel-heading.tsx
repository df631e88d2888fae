import { Group, Text, Title } from '@mantine/core';
import { memo } from 'react';
import type { Language } from '../../domain/language.ts';
import { metric, type MetricId } from '../../domain/metrics/registry.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { isSameMetrics, MetricInfo } from './metric-info.tsx';
import { PanelMenu } from './panel-menu.tsx';

interface PanelHeadingProps {
  readonly id: string;
  readonly question: string;
  readonly metrics: readonly MetricId[];
}

/** What a panel's metrics are called, as it stands under its question. */
export function metricsLine(metrics: readonly MetricId[], language: Language): string {
  return metrics.map((name) => metric(name).label[language]).join(' · ');
}

/** A panel's question with what one can ask of it; no filter changes it, so it is drawn once. */
export const PanelHeading = memo(
  function PanelHeading({ id, question, metrics }: PanelHeadingProps) {
    const language = useLanguage();
    return (
      <Group justify="space-between" align="flex-start" wrap="nowrap" gap="xs">
        <div className="panel-heading">
          <Title order={2} size="h4" id={id}>
            {question}
          </Title>
          <Text size="sm" c="dimmed">
            {metricsLine(metrics, language)}
          </Text>
        </div>
        <Group gap={4} wrap="nowrap" className="panel-actions">
          {metrics.length === 0 ? null : <MetricInfo metrics={metrics} />}
          <PanelMenu title={question} />
        </Group>
      </Group>
    );
  },
  (before, after) =>
    before.id === after.id && before.question === after.question && isSameMetrics(before, after),
);
