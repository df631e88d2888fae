import { Button, Menu } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { memo } from 'react';
import { aboutOptions } from '../api/about.ts';
import { useTranslation } from '../i18n/use-translation.ts';
import { ChevronIcon } from './icons.tsx';
import { usePinnedFilters } from './pinned-filters.ts';
import { useComparison, yearsBefore } from './use-comparison.ts';
import { useFilters } from './use-filters.ts';

/** Chooses what the page's selection is compared with. */
export function ComparisonMenu() {
  const { other } = useComparison();
  return <Choice compares={other !== null} />;
}

/** The menu, drawn anew with every filter only while it is open. */
const Choice = memo(function Choice({ compares }: { readonly compares: boolean }) {
  const { t } = useTranslation();
  return (
    <Menu position="bottom-start" shadow="md" withinPortal={false}>
      <Menu.Target>
        <Button
          variant={compares ? 'light' : 'default'}
          className="value-filter"
          justify="space-between"
          rightSection={<ChevronIcon size={16} />}
        >
          {t('comparison.menu')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Choices />
      </Menu.Dropdown>
    </Menu>
  );
});

function Choices() {
  const { t } = useTranslation();
  const { filters } = useFilters();
  const { data } = useQuery(aboutOptions);
  const { other, compareWith, swap, stop } = useComparison();
  const { year: _, ...anyYear } = filters;
  // What a page is about cannot change places with something else.
  const canSwap = Object.keys(usePinnedFilters()).length === 0;
  const hasYears = (filters.year ?? []).length > 0;
  return (
    <>
      {hasYears ? (
        <Menu.Item onClick={() => compareWith(yearsBefore(filters, null))}>
          {t('comparison.yearsBefore')}
        </Menu.Item>
      ) : null}
      {hasYears ? (
        <Menu.Item onClick={() => compareWith(anyYear)}>{t('comparison.allYears')}</Menu.Item>
      ) : (
        <Menu.Item onClick={() => compareWith(yearsBefore(filters, data?.latestSeason ?? null))}>
          {t('comparison.lastYear')}
        </Menu.Item>
      )}
      <Menu.Item onClick={() => compareWith({})}>{t('comparison.everything')}</Menu.Item>
      <Menu.Item onClick={() => compareWith(filters)}>{t('comparison.copy')}</Menu.Item>
      {other === null ? null : (
        <>
          <Menu.Divider />
          {canSwap ? <Menu.Item onClick={swap}>{t('comparison.swap')}</Menu.Item> : null}
          <Menu.Item onClick={stop}>{t('comparison.stop')}</Menu.Item>
        </>
      )}
    </>
  );
}
