import { Text } from '@mantine/core';
import { metric as metricOf, type MetricId } from '../../../domain/metrics/registry.ts';
import type { ReleasedFigure } from '../../api/release.ts';
import { BandBar } from '../../charts/band-bar.tsx';
import { useFormatter } from '../../frame/use-formatter.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { releasedText } from './released-text.ts';

interface ReleasedCellProps {
  readonly figure: ReleasedFigure;
  readonly metric: MetricId;
  readonly color: string;
}

/** A published figure: a band as a band, and in words; a withheld one says that it is. */
export function ReleasedCell({ figure, metric, color }: ReleasedCellProps) {
  const { t } = useTranslation();
  const format = useFormatter();
  const { low, high, status, n } = figure;
  const told = status === 'ok' || status === 'banded';
  return (
    <div className="released-cell">
      {status === 'banded' && low !== undefined && high !== undefined ? (
        <BandBar low={low} high={high} color={color} />
      ) : null}
      <Text span inherit {...(told ? {} : { c: 'dimmed' })}>
        {releasedText(figure, metric, format, t)}
      </Text>
      {told && n !== null && metricOf(metric).unit !== 'people' ? (
        <Text span size="sm" c="dimmed">
          {t('figure.n', { n: format.count(n) })}
        </Text>
      ) : null}
    </div>
  );
}
