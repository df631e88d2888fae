import { Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
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
      <Table captionSide="top" stickyHeader highlightOnHover className="twin-table">
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
        <Table.Tbody>
          {table.rows.map((row) => (
            <Table.Tr key={row.id}>
              {row.cells.map((cell, index) => {
                const column = table.columns[index];
                const content = <CellContent cell={cell} />;
                if (index === 0) {
                  return (
                    <Table.Th key={column?.id} scope="row" fw={500}>
                      {content}
                    </Table.Th>
                  );
                }
                return (
                  <Table.Td key={column?.id} ta={column?.numeric === true ? 'end' : 'start'}>
                    {content}
                  </Table.Td>
                );
              })}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </ScrollRegion>
  );
}
