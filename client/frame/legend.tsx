import { FilterName } from './cell-content.tsx';
import type { FilterTarget } from './panel-table.ts';

/** A series of a chart: its name, its color, and what a click on it filters by. */
export interface LegendItem {
  readonly id: string;
  readonly label: string;
  readonly color: string;
  readonly filter?: FilterTarget | undefined;
}

/** Names the colors of a chart; each name that can be filtered by is a button. */
export function Legend({ items }: { readonly items: readonly LegendItem[] }) {
  return (
    <ul className="legend">
      {items.map(({ id, label, color, filter }) => (
        <li key={id} className="legend-item">
          <span className="legend-swatch" style={{ background: color }} aria-hidden="true" />
          {filter === undefined ? label : <FilterName text={label} filter={filter} />}
        </li>
      ))}
    </ul>
  );
}
