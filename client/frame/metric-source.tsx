import { Anchor, Text } from '@mantine/core';
import { useTranslation } from '../i18n/use-translation.ts';

interface MetricSourceProps {
  readonly source: { readonly title: string; readonly url: string | null };
}

/** Where a metric's definition comes from, with a link where there is one. */
export function MetricSource({ source: { title, url } }: MetricSourceProps) {
  const { t } = useTranslation();
  return (
    <Text size="sm" c="dimmed">
      {t('metric.source')}:{' '}
      {url === null ? (
        title
      ) : (
        <Anchor inherit href={url} target="_blank" rel="noreferrer" underline="always">
          {title}
        </Anchor>
      )}
    </Text>
  );
}
