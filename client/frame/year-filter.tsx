import { Group, NativeSelect } from '@mantine/core';
import { memo } from 'react';
import { filtersFromParameters } from '../../domain/filters.ts';
import type { DimensionValue } from '../api/dimensions.ts';
import { useTranslation } from '../i18n/use-translation.ts';
import { useFilters, type FilterControl } from './use-filters.ts';

/** The first and last year that a year filter spans, or nulls. */
export function spanOf(selected: readonly string[]): { from: number | null; to: number | null } {
  const ranges = (filtersFromParameters({ year: selected }).year ?? []).filter(
    (range) => range !== null,
  );
  if (ranges.length === 0) return { from: null, to: null };
  return {
    from: Math.min(...ranges.map(({ from }) => from)),
    to: Math.max(...ranges.map(({ to }) => to)),
  };
}

/** The graduation years to show, from and to, both included. */
export function YearFilter({ values }: { readonly values: readonly DimensionValue[] }) {
  const { selected, set } = useFilters();
  return <YearSpan {...{ values, set }} {...spanOf(selected.year ?? [])} />;
}

interface YearSpanProps extends ReturnType<typeof spanOf> {
  readonly values: readonly DimensionValue[];
  readonly set: FilterControl['set'];
}

const YearSpan = memo(function YearSpan({ values, set, from, to }: YearSpanProps) {
  const { t } = useTranslation();
  const years = values
    .flatMap(({ id }) => (typeof id === 'number' ? [id] : []))
    .toSorted((a, b) => a - b);
  const first = years[0];
  const last = years.at(-1);
  if (first === undefined || last === undefined) return null;

  const choose = (start: number | null, end: number | null) => {
    if (start === null && end === null) return set('year', []);
    const bounds = [start ?? first, end ?? last].toSorted((a, b) => a - b);
    set('year', [bounds[0] === bounds[1] ? String(bounds[0]) : bounds.join('..')]);
  };
  const numberOf = (text: string) => (text === '' ? null : Number(text));
  return (
    <Group gap={4} wrap="nowrap" className="year-filter">
      <NativeSelect
        aria-label={t('filter.yearFrom')}
        data={[{ value: '', label: t('filter.fromFirst') }, ...years.map(String)]}
        value={from === null ? '' : String(from)}
        onChange={(event) => choose(numberOf(event.currentTarget.value), to)}
      />
      <span aria-hidden="true">–</span>
      <NativeSelect
        aria-label={t('filter.yearTo')}
        data={[{ value: '', label: t('filter.toLast') }, ...years.map(String)]}
        value={to === null ? '' : String(to)}
        onChange={(event) => choose(from, numberOf(event.currentTarget.value))}
      />
    </Group>
  );
});
