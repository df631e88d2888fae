import { Text, Tooltip, VisuallyHidden } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Unit } from '../../domain/metrics/metric.ts';
import { REASONS, SMALL_N } from '../../domain/metrics/value.ts';
import type { Figure } from '../api/figures.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { useFormatter } from './use-formatter.ts';

/** Why a figure is missing, as a sentence in the language of the page. */
export function useReason(): (figure: Figure) => string {
  const { t } = useTranslation();
  const language = useLanguage();
  return ({ status, reason }) => {
    if (reason !== undefined) return REASONS[reason][language];
    return status === 'not_applicable' ? t('figure.notApplicable') : t('figure.noData');
  };
}

/** A metric's value; a missing one as a dash with its reason, one of few people lighter and marked. */
export function FigureText({ figure, unit }: { readonly figure: Figure; readonly unit: Unit }) {
  const { t } = useTranslation();
  const format = useFormatter();
  const reasonOf = useReason();
  if (figure.value === null) {
    const reason = reasonOf(figure);
    return (
      <Tooltip label={reason} multiline maw={280} withArrow>
        <Text span inherit c="dimmed">
          <span aria-hidden="true">–</span>
          <VisuallyHidden>{reason}</VisuallyHidden>
        </Text>
      </Tooltip>
    );
  }
  const text = format.value(unit, figure.value);
  if (figure.status !== 'small') return <span>{text}</span>;
  const isFew = figure.n < SMALL_N;
  const explanation = isFew ? t('figure.small', { n: figure.n }) : t('figure.smallFollowed');
  return (
    <Tooltip label={explanation} multiline maw={280} withArrow>
      <Text span inherit c="dimmed" fs="italic">
        {text}
        <span aria-hidden="true">*</span>
        <VisuallyHidden>{` (${explanation})`}</VisuallyHidden>
      </Text>
    </Tooltip>
  );
}
