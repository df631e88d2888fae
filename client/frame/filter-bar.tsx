import { Button, Stack } from '@mantine/core';
import { useId, useState } from 'react';
import { useTranslation } from '../i18n/use-translation.ts';
import { ComparisonMenu } from './comparison-menu.tsx';
import { FilterChips } from './filter-chips.tsx';
import { FilterControls } from './filter-controls.tsx';
import { FilterSideProvider, OTHER_SIDE } from './filter-side.ts';
import { FilterIcon } from './icons.tsx';
import { useComparison } from './use-comparison.ts';
import { useFilters } from './use-filters.ts';
import { ViewsMenu } from './views-menu.tsx';

interface FilterBarProps {
  /** Whether the page's panels can show a second selection beside the first. */
  readonly compares?: boolean;
}

/** The dashboard's filters and what is compared with them: on a phone behind a button that says how many are on. */
export function FilterBar({ compares = true }: FilterBarProps) {
  const { t } = useTranslation();
  const { count } = useFilters();
  const { other } = useComparison();
  const [opened, setOpened] = useState(false);
  const controlsId = useId();
  const label = count > 0 ? t('filter.showCount', { count }) : t('filter.show');
  const shown = opened ? 'filter-controls opened' : 'filter-controls';
  return (
    <Stack component="section" gap="sm" className="filter-bar" aria-label={t('filter.title')}>
      <div className="filter-row">
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
        <div id={controlsId} className={shown}>
          <FilterControls />
          {compares ? <ComparisonMenu /> : null}
        </div>
        <ViewsMenu />
      </div>
      <FilterChips />
      {other === null || !compares ? null : (
        <FilterSideProvider value={OTHER_SIDE}>
          <Stack component="section" gap="xs" aria-label={t('comparison.other')}>
            <strong className="comparison-title">{t('comparison.other')}</strong>
            <div className={shown}>
              <FilterControls />
            </div>
            <FilterChips />
          </Stack>
        </FilterSideProvider>
      )}
    </Stack>
  );
}
