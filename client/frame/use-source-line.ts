import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { DIMENSION_IDS, dimension } from '../../domain/dimensions.ts';
import { aboutOptions } from '../api/about.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { useFormatter } from './use-formatter.ts';
import { useSelectedValues } from './use-selected-values.ts';

/** What a printed or exported panel has to say about itself: what was selected, as of when, and from where. */
export function useSourceLine(): string {
  const { t } = useTranslation();
  const language = useLanguage();
  const format = useFormatter();
  const selected = useSelectedValues();
  const { data: about } = useQuery(aboutOptions);
  const filters = DIMENSION_IDS.flatMap((id) => {
    const names = selected.filter((value) => value.dimension === id).map(({ name }) => name);
    return names.length === 0 ? [] : [`${dimension(id).label[language]}: ${names.join(', ')}`];
  });
  return [
    'Talentbridge',
    about === undefined ? '' : t('source.asOf', { day: format.day(about.asOf) }),
    filters.length === 0 ? t('source.unfiltered') : filters.join(' · '),
    about?.demo === true ? t('source.demo') : '',
  ]
    .filter((part) => part !== '')
    .join(' · ');
}
