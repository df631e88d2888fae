import { dimension, type DimensionId } from '../../../domain/dimensions.ts';
import type { Language } from '../../../domain/language.ts';
import { SMALL_N } from '../../../domain/metrics/value.ts';
import type { FiguresRow } from '../../api/figures.ts';
import type { Explanation } from '../../frame/explain-context.ts';
import type { StackedColumn } from '../../charts/stacked-bar.tsx';
import { keyName, keyParameter } from '../../frame/named.ts';
import { OTHER_COLOR, SERIES_COLORS } from '../../frame/series-colors.ts';
import type { PanelTable } from '../../frame/panel-table.ts';

/** What the columns stand for. */
export type LeavingColumns = Extract<DimensionId, 'leave_year' | 'hire_year'>;

export interface LeavingType {
  readonly id: string;
  readonly label: string;
  readonly color: string;
}

export interface LeavingColumn extends StackedColumn {
  /** As it stands in the address. */
  readonly id: string;
}

export interface Leaving {
  /** The ways to leave that somebody took, each with its own color always. */
  readonly types: readonly LeavingType[];
  readonly columns: readonly LeavingColumn[];
  readonly total: number;
}

const typeCodes = Object.keys(dimension('leave_type').codes ?? {});

const isUnknown = (type: string): boolean => type === 'unknown' || type === '';

function orderOf(id: LeavingColumns, value: string): number {
  if (value === '') return Infinity;
  const codes = Object.keys(dimension(id).codes ?? {});
  return codes.length > 0 ? codes.indexOf(value) : Number(value);
}

/** Leavers by type, in columns of another dimension. */
export function leavingBy(
  id: LeavingColumns,
  rows: readonly FiguresRow[],
  language: Language,
): Leaving {
  const cells = rows.flatMap(({ key, values }) => {
    const count = values['leavers']?.value ?? 0;
    if (count === 0) return [];
    const column = key[id] ?? null;
    const type = keyParameter(key['leave_type'] ?? null);
    return [{ id: keyParameter(column), name: keyName(id, column, language), type, count }];
  });
  const columns = new Map<string, { id: string; name: string; values: Record<string, number> }>();
  for (const cell of cells) {
    const column = columns.get(cell.id) ?? { id: cell.id, name: cell.name, values: {} };
    column.values[cell.type] = (column.values[cell.type] ?? 0) + cell.count;
    columns.set(cell.id, column);
  }
  const taken = new Set(cells.map(({ type }) => type));
  return {
    types: typeCodes
      .filter((type) => taken.has(type))
      .map((type) => ({
        id: type,
        label: keyName('leave_type', type, language),
        color: isUnknown(type)
          ? OTHER_COLOR
          : (SERIES_COLORS[typeCodes.indexOf(type)] ?? OTHER_COLOR),
      })),
    columns: [...columns.values()].toSorted((a, b) => orderOf(id, a.id) - orderOf(id, b.id)),
    total: cells.reduce((sum, { count }) => sum + count, 0),
  };
}

/** The columns as a table, each type a column, and the sum. */
export function leavingTable(
  id: LeavingColumns,
  { types, columns }: Leaving,
  labels: { readonly column: string; readonly total: string },
  explainOf: (key: Readonly<Record<string, string>>) => Explanation,
): PanelTable {
  return {
    columns: [
      { id, label: labels.column, numeric: false },
      ...types.map((type) => ({ id: type.id, label: type.label, numeric: true })),
      { id: 'total', label: labels.total, numeric: true },
    ],
    rows: columns.map(({ id: value, name, values }) => ({
      id: value,
      cells: [
        {
          kind: 'text',
          text: name,
          filter: id === 'hire_year' ? { dimension: id, value } : undefined,
        },
        ...types.map((type) => ({
          kind: 'count' as const,
          count: values[type.id] ?? 0,
          explain: explainOf({ [id]: value, leave_type: type.id }),
        })),
        {
          kind: 'count',
          count: Object.values(values).reduce((sum, count) => sum + count, 0),
          explain: explainOf({ [id]: value }),
        },
      ],
    })),
  };
}

/** What part of all left in their first year, and the way most of them took; null where they are too few to say. */
export function leavingAnswer({ types, columns, total }: Leaving) {
  if (total < SMALL_N) return null;
  const first = columns.find(({ id }) => id === 'first');
  const sum = (values: Readonly<Record<string, number>> | undefined) =>
    Object.values(values ?? {}).reduce((all, count) => all + count, 0);
  const [most] = types
    .map((type) => ({
      label: type.label,
      count: columns.reduce((all, { values }) => all + (values[type.id] ?? 0), 0),
    }))
    .toSorted((a, b) => b.count - a.count);
  if (most === undefined) return null;
  return {
    n: total,
    part: sum(first?.values) / total,
    type: most.label,
    typePart: most.count / total,
  };
}
