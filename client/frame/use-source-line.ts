import { useQuery } from '@tanstack/react-query';
import { aboutOptions } from '../api/about.ts';
import { useTranslation } from '../i18n/use-translation.ts';
import { useFormatter } from './use-formatter.ts';
import { useFilters } from './use-filters.ts';
import { useNamesOf } from './use-selected-values.ts';

/** What a printed or exported panel has to say about itself: what was selected, as of when, and from where. */
export function useSourceLine(): string {
  const { t } = useTranslation();
  const format = useFormatter();
  const { data: about } = useQuery(aboutOptions);
  const filters = useNamesOf(useFilters().selected).map(({ label, name }) => `${label}: ${name}`);
  return [
    'Talentbridge',
    about === undefined ? '' : t('source.asOf', { day: format.day(about.asOf) }),
    filters.length === 0 ? t('source.unfiltered') : filters.join(' · '),
    about?.demo === true ? t('source.demo') : '',
  ]
    .filter((part) => part !== '')
    .join(' · ');
}
