import { useTranslation } from '../i18n/use-translation.ts';
import { FigureButton } from './figure-button.tsx';
import { FigureText } from './figure-text.tsx';
import { RecordsAnchor } from './records-anchor.tsx';
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
  const { selected, picks } = useFilters();
  const pinned = usePinnedFilters();
  if (isPinned(pinned, filter.dimension)) return text;
  const { onPick, onPoint } = picks(filter.dimension);
  const on = selected[filter.dimension]?.includes(filter.value) ?? false;
  return (
    <button
      type="button"
      className="filter-name"
      aria-pressed={on}
      title={t(on ? 'filter.remove' : 'filter.add', { name: text })}
      onClick={() => onPick(filter.value)}
      onMouseEnter={() => onPoint(filter.value)}
      onMouseLeave={() => onPoint(null)}
      onFocus={() => onPoint(filter.value)}
      onBlur={() => onPoint(null)}
    >
      {text}
    </button>
  );
}

/** What stands in one cell of a panel's table. */
export function CellContent({ cell }: { readonly cell: PanelCell }) {
  const format = useFormatter();
  switch (cell.kind) {
    case 'text':
      if (cell.record !== undefined) {
        return (
          <RecordsAnchor search={{ id: String(cell.record) }} name={cell.text}>
            {cell.text}
          </RecordsAnchor>
        );
      }
      return cell.filter === undefined ? (
        cell.text
      ) : (
        <FilterName text={cell.text} filter={cell.filter} />
      );
    case 'count':
      return (
        <FigureButton
          figure={{ value: cell.count, n: cell.count, status: 'ok' }}
          unit="people"
          explain={cell.explain}
        >
          {format.count(cell.count)}
        </FigureButton>
      );
    case 'figure':
      return <FigureText figure={cell.figure} unit={cell.unit} explain={cell.explain} />;
  }
}
