import { Group, Text, Title } from '@mantine/core';
import { memo } from 'react';
import type { MetricId } from '../../domain/metrics/registry.ts';
import { isSameMetrics, MetricInfo } from './metric-info.tsx';
import { PanelMenu } from './panel-menu.tsx';

interface PanelHeadingProps {
  readonly id: string;
  readonly question: string;
  readonly subtitle: string;
  readonly metrics: readonly MetricId[];
}

/** A panel's question with what one can ask of it; no filter changes it, so it is drawn once. */
export const PanelHeading = memo(
  function PanelHeading({ id, question, subtitle, metrics }: PanelHeadingProps) {
    return (
      <Group justify="space-between" align="flex-start" wrap="nowrap" gap="xs">
        <div className="panel-heading">
          <Title order={2} size="h4" id={id}>
            {question}
          </Title>
          <Text size="sm" c="dimmed">
            {subtitle}
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
    before.id === after.id &&
    before.question === after.question &&
    before.subtitle === after.subtitle &&
    isSameMetrics(before, after),
);
