import { ActionIcon, Loader, Popover, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { memo, useState } from 'react';
import { metric, type MetricId } from '../../domain/metrics/registry.ts';
import { metricsOptions } from '../api/metrics.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { useTranslation } from '../i18n/use-translation.ts';
import { InfoIcon } from './icons.tsx';
import { MetricSource } from './metric-source.tsx';
import { Failed } from './panel-message.tsx';

function Definitions({ metrics }: { readonly metrics: readonly MetricId[] }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { data, error, refetch } = useQuery(metricsOptions);
  if (error !== null) return <Failed error={error} retry={() => void refetch()} />;
  if (data === undefined) return <Loader size="sm" />;
  const entries = metrics.flatMap((id) => data.find((entry) => entry.id === id) ?? []);
  return (
    <Stack gap="md">
      {entries.map(({ id, label, definition, formula, source }) => (
        <div key={id}>
          <Text fw={600} size="sm">
            {label[language]}
          </Text>
          <Text size="sm">{definition[language]}</Text>
          <Text size="sm" c="dimmed">
            {t('metric.formula')}: {formula[language]}
          </Text>
          <MetricSource source={source} />
        </div>
      ))}
    </Stack>
  );
}

interface MetricInfoProps {
  readonly metrics: readonly MetricId[];
}

/** Whether two lists hold the same metrics, for parts of a page that are drawn anew only where they do not. */
export function isSameMetrics(before: MetricInfoProps, after: MetricInfoProps): boolean {
  return before.metrics.join() === after.metrics.join();
}

/** The info mark of a panel: opens the definitions, formulas and sources of its metrics. */
export const MetricInfo = memo(function MetricInfo({ metrics }: MetricInfoProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const [opened, setOpened] = useState(false);
  const names = metrics.map((id) => metric(id).label[language]).join(', ');
  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      width={360}
      position="bottom"
      withArrow
      shadow="md"
      trapFocus
      withinPortal={false}
    >
      <Popover.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t('metric.about', { name: names })}
          onClick={() => setOpened(!opened)}
        >
          <InfoIcon />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('metric.about', { name: names })} className="metric-info">
        <Definitions metrics={metrics} />
      </Popover.Dropdown>
    </Popover>
  );
}, isSameMetrics);
