import { Table } from '@mantine/core';
import { useTranslation } from '../i18n/use-translation.ts';
import { CellContent } from './cell-content.tsx';
import type { PanelTable } from './panel-table.ts';
import { ScrollRegion } from './scroll-region.tsx';

interface TwinTableProps {
  readonly caption: string;
  readonly table: PanelTable;
  /** Whether it is as high as it needs to be, where there is room beside a chart. */
  readonly isWhole?: boolean;
}

/** A panel's numbers as a table: what a chart shows, for everyone who reads or operates it without seeing it. */
export function TwinTable({ caption, table, isWhole = false }: TwinTableProps) {
  const { t } = useTranslation();
  return (
    <ScrollRegion
      label={t('table.scroll', { name: caption })}
      {...(isWhole ? {} : { maxHeight: '30rem' })}
    >
      <Table captionSide="top" stickyHeader className="twin-table plain-rows">
        <Table.Caption className="visually-hidden">{caption}</Table.Caption>
        <Table.Thead>
          <Table.Tr>
            {table.columns.map(({ id, label, numeric }) => (
              <Table.Th key={id} scope="col" ta={numeric ? 'end' : 'start'}>
                {label}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <tbody>
          {table.rows.map((row) => (
            <tr key={row.id}>
              {row.cells.map((cell, index) => {
                const column = table.columns[index];
                const content = <CellContent cell={cell} />;
                return index === 0 ? (
                  <th key={column?.id} scope="row">
                    {content}
                  </th>
                ) : (
                  <td key={column?.id} className={column?.numeric === true ? 'numeric' : undefined}>
                    {content}
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
