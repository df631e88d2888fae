import { UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { FigureText } from './figure-text.tsx';
import type { FilterTarget, PanelCell } from './panel-table.ts';
import { isPinned, usePinnedFilters } from './pinned-filters.ts';
import { useFilters } from './use-filters.ts';
import { useFormatter } from './use-formatter.ts';

interface FilterNameProps {
  readonly text: string;
  readonly filter: FilterTarget;
}

/** A name that filters the page by itself when it is clicked, and no longer when it is clicked again; plain on a page about it. */
export function FilterName({ text, filter }: FilterNameProps) {
  const { t } = useTranslation();
  const { selected, toggle } = useFilters();
  const pinned = usePinnedFilters();
  if (isPinned(pinned, filter.dimension)) return text;
  const on = selected[filter.dimension]?.includes(filter.value) ?? false;
  return (
    <UnstyledButton
      className="filter-name"
      aria-pressed={on}
      title={t(on ? 'filter.remove' : 'filter.add', { name: text })}
      onClick={() => toggle(filter.dimension, filter.value)}
    >
      {text}
    </UnstyledButton>
  );
}

/** What stands in one cell of a panel's table. */
export function CellContent({ cell }: { readonly cell: PanelCell }) {
  const format = useFormatter();
  switch (cell.kind) {
    case 'text':
      return cell.filter === undefined ? (
        cell.text
      ) : (
        <FilterName text={cell.text} filter={cell.filter} />
      );
    case 'count':
      return format.count(cell.count);
    case 'figure':
      return <FigureText figure={cell.figure} unit={cell.unit} />;
  }
}
