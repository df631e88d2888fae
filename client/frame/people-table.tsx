import { Table } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from '../i18n/use-translation.ts';
import { ScrollRegion } from './scroll-region.tsx';

interface PeopleTableProps {
  /** What the table lists. */
  readonly name: string;
  /** The columns but for the last, which holds what one can do. */
  readonly columns: readonly string[];
  /** The rows, as rows of a table. */
  readonly children: ReactNode;
}

/** People, links, tokens or sessions, one in a row, with what one can do with each at its end. */
export function PeopleTable({ name, columns, children }: PeopleTableProps) {
  const { t } = useTranslation();
  return (
    <ScrollRegion label={t('table.scroll', { name })}>
      <Table verticalSpacing="xs" className="people-table">
        <Table.Thead>
          <Table.Tr>
            {columns.map((column) => (
              <Table.Th key={column} scope="col">
                {column}
              </Table.Th>
            ))}
            <Table.Th scope="col">
              <span className="visually-hidden">{t('people.actions')}</span>
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>{children}</Table.Tbody>
      </Table>
    </ScrollRegion>
  );
}
