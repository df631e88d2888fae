import { Button, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DimensionId } from '../../domain/dimensions.ts';
import { dimensionsOptions } from '../api/dimensions.ts';
import { FilterChips } from './filter-chips.tsx';
import { FilterIcon } from './icons.tsx';
import { useFilters } from './use-filters.ts';
import { ValueFilter } from './value-filter.tsx';
import { YearFilter } from './year-filter.tsx';

/** The dimensions with a control of their own; the others are filtered by a click in a chart or by the address. */
const LISTED = [
  'school',
  'major',
  'degree',
  'channel',
  'department',
] as const satisfies DimensionId[];

/** The dashboard's filters: on a phone behind a button that says how many are on. */
export function FilterBar() {
  const { t } = useTranslation();
  const { count } = useFilters();
  const { data } = useQuery(dimensionsOptions);
  const [opened, setOpened] = useState(false);
  const controlsId = useId();
  const label = count > 0 ? t('filter.showCount', { count }) : t('filter.show');
  return (
    <Stack component="section" gap="sm" className="filter-bar" aria-label={t('filter.title')}>
      <Button
        hiddenFrom="sm"
        variant="default"
        leftSection={<FilterIcon />}
        aria-expanded={opened}
        aria-controls={controlsId}
        onClick={() => setOpened(!opened)}
      >
        {label}
      </Button>
      <div id={controlsId} className={opened ? 'filter-controls opened' : 'filter-controls'}>
        <YearFilter values={data?.year ?? []} />
        {LISTED.map((id) => (
          <ValueFilter key={id} id={id} values={data?.[id] ?? []} />
        ))}
      </div>
      <FilterChips />
    </Stack>
  );
}
