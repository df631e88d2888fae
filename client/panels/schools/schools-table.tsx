import { Table, UnstyledButton } from '@mantine/core';
import { metric } from '../../../domain/metrics/registry.ts';
import { FilterName } from '../../frame/cell-content.tsx';
import type { Explanation } from '../../frame/explain-context.ts';
import { ScrollRegion } from '../../frame/scroll-region.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { RateCell } from './rate-cell.tsx';
import {
  nextSort,
  SCHOOL_METRICS,
  type SchoolMetric,
  type SchoolRow,
  type SchoolSort,
} from './school-rows.ts';

interface SchoolsTableProps {
  readonly caption: string;
  readonly rows: readonly SchoolRow[];
  readonly labels: Readonly<Record<SchoolSort['column'], string>>;
  readonly explain: (metric: SchoolMetric, school: string) => Explanation;
  readonly sort: SchoolSort;
  readonly onSort: (sort: SchoolSort) => void;
}

/** Schools side by side. A click on a header sorts, a click on a school filters by it. */
export function SchoolsTable({ caption, rows, labels, explain, sort, onSort }: SchoolsTableProps) {
  const { t } = useTranslation();
  const header = (column: SchoolSort['column']) => {
    const on = sort.column === column;
    const direction = sort.descending ? 'descending' : 'ascending';
    return (
      <Table.Th
        key={column}
        scope="col"
        aria-sort={on ? direction : 'none'}
        ta={column === 'school' ? 'start' : 'end'}
      >
        <UnstyledButton className="sort-button" onClick={() => onSort(nextSort(sort, column))}>
          {labels[column]}
          <span aria-hidden="true" className="sort-mark">
            {on ? (sort.descending ? '▼' : '▲') : '↕'}
          </span>
        </UnstyledButton>
      </Table.Th>
    );
  };
  return (
    <ScrollRegion label={t('table.scroll', { name: caption })}>
      <Table captionSide="top" verticalSpacing="xs" className="schools-table plain-rows">
        <Table.Caption className="visually-hidden">{caption}</Table.Caption>
        <Table.Thead>
          <Table.Tr>
            {header('school')}
            {SCHOOL_METRICS.map(header)}
          </Table.Tr>
        </Table.Thead>
        <tbody>
          {rows.map(({ id, name, figures }) => (
            <tr key={id}>
              <th scope="row">
                <FilterName text={name} filter={{ dimension: 'school', value: id }} />
              </th>
              {SCHOOL_METRICS.map((column) => {
                const { unit } = metric(column);
                return (
                  <td key={column} className="numeric">
                    <RateCell
                      figure={figures[column]}
                      unit={unit}
                      explain={explain(column, id)}
                      withInterval={unit === 'percent'}
                    />
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </Table>
    </ScrollRegion>
  );
}
