import { Text } from '@mantine/core';
import type { Unit } from '../../../domain/metrics/metric.ts';
import type { WithheldBecause } from '../../../domain/releases/release.ts';
import type { PreviewFigure } from '../../api/releases.ts';
import { useFormatter } from '../../frame/use-formatter.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { reasonOf } from './release-words.ts';

interface ReleasedFigureProps {
  readonly figure: PreviewFigure;
  readonly why: WithheldBecause | null | undefined;
  readonly unit: Unit;
}

/** A figure as a dean would read it, and under it what only HR is told: why it is withheld or old. */
export function ReleasedFigure({ figure, why, unit }: ReleasedFigureProps) {
  const { t } = useTranslation();
  const format = useFormatter();
  const language = useLanguage();
  const reason = reasonOf(figure, why, language);
  const { low, high, value, n } = figure;
  const told =
    low !== undefined && high !== undefined
      ? format.interval(unit, low, high)
      : value === null
        ? null
        : format.value(unit, value);
  return (
    <>
      {told === null ? (
        <Text span inherit c="dimmed" className={figure.status === 'withheld' ? 'withheld' : ''}>
          {figure.status === 'withheld' ? t('releases.withheld') : '–'}
        </Text>
      ) : (
        <span>{told}</span>
      )}
      {told === null || n === null || unit === 'people' ? null : (
        <Text span size="xs" c="dimmed">
          {` n ${format.count(n)}`}
        </Text>
      )}
      {reason === null ? null : (
        <Text size="xs" c="dimmed">
          {figure.asOf === undefined
            ? reason
            : `${reason} (${t('releases.list.upTo', { day: format.date(figure.asOf) })})`}
        </Text>
      )}
    </>
  );
}
