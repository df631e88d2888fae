import type { ReactNode } from 'react';
import './charts.css';

/** One cell of a heat map: what it says, its shade (null for none), and whether it speaks of few people. */
export interface HeatCell {
  readonly id: string;
  readonly text: ReactNode;
  readonly shade: number | null;
  readonly isSmall: boolean;
  /** What a click does, in words; a cell without it cannot be clicked. */
  readonly action: string | null;
}

export interface HeatTableRow {
  readonly id: string;
  readonly name: ReactNode;
  readonly cells: readonly HeatCell[];
}

interface HeatTableProps {
  readonly caption: string;
  readonly corner: string;
  readonly columns: readonly { readonly id: string; readonly name: ReactNode }[];
  readonly rows: readonly HeatTableRow[];
  readonly onPick: (rowId: string, cellId: string) => void;
}

/** A heat map that is a table: every cell holds its number, the shade only helps the eye. */
export function HeatTable({ caption, corner, columns, rows, onPick }: HeatTableProps) {
  return (
    <table className="heat-table">
      <caption className="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{corner}</th>
          {columns.map(({ id, name }) => (
            <th key={id} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <th scope="row">{row.name}</th>
            {row.cells.map(({ id, text, shade, isSmall, action }) => (
              <td
                key={id}
                className={isSmall ? 'heat-cell small' : 'heat-cell'}
                data-shade={shade ?? undefined}
              >
                {action === null ? (
                  text
                ) : (
                  <button
                    type="button"
                    className="heat-button"
                    tabIndex={-1}
                    title={action}
                    onClick={() => onPick(row.id, id)}
                  >
                    {text}
                  </button>
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
