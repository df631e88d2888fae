import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { isoFromDay } from '../../../domain/dates.ts';
import { seasonEnd, seasonStart } from '../../../domain/season.ts';
import { seasonOptions } from '../../api/season.ts';
import { useFilters } from '../../frame/use-filters.ts';
import { useFormatter } from '../../frame/use-formatter.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useSeasonView } from './use-season-view.ts';

/** Which season the page is about, and from when to when it goes. */
export function SeasonLead() {
  const { t } = useTranslation();
  const format = useFormatter();
  const { filters } = useFilters();
  const { by } = useSeasonView();
  const { data } = useQuery(seasonOptions(by, filters));
  const year = data?.season ?? null;
  if (year === null) return null;
  return (
    <Text c="dimmed">
      {t('seasonPage.lead', {
        year: String(year),
        from: format.day(isoFromDay(seasonStart(year))),
        to: format.day(isoFromDay(seasonEnd(year))),
      })}
    </Text>
  );
}
