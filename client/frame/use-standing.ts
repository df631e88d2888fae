import { REASONS, SMALL_N } from '../../domain/metrics/value.ts';
import type { Figure } from '../api/figures.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { useTranslation } from '../i18n/use-translation.ts';

/** Says in the language of the page whether a figure can be believed, or why it is missing. */
export function useStanding(): (figure: Figure) => string {
  const { t } = useTranslation();
  const language = useLanguage();
  return ({ status, reason, n }) => {
    if (reason !== undefined) return REASONS[reason][language];
    switch (status) {
      case 'ok':
        return t('explain.ok');
      case 'small':
        return n < SMALL_N ? t('figure.small', { n }) : t('figure.smallFollowed');
      case 'not_applicable':
        return t('figure.notApplicable');
      default:
        return t('figure.noData');
    }
  };
}
