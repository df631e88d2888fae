import { Table, UnstyledButton } from '@mantine/core';
import { describedField, type RecordFieldId } from '../../../domain/records/record-fields.ts';
import type { Records } from '../../api/records.ts';
import { ScrollRegion } from '../../frame/scroll-region.tsx';
import { useLanguage } from '../../i18n/use-language.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { RecordCell } from './record-cell.tsx';
import { nextSort, type RecordsSort } from './records-view.ts';

/** What a column takes at least before the table scrolls. */
const COLUMN_REM = 7;

const NUMERIC: readonly string[] = ['year', 'money', 'rating'];

function alignment(id: RecordFieldId): 'end' | 'start' {
  return NUMERIC.includes(describedField(id).kind) ? 'end' : 'start';
}

interface RecordsTableProps {
  readonly records: Records;
  readonly columns: readonly RecordFieldId[];
  readonly sort: RecordsSort;
  readonly onSort: (sort: RecordsSort) => void;
}

/** Records as a table: a click on a header sorts, one on a school, major … filters by it. */
export function RecordsTable({ records, columns, sort, onSort }: RecordsTableProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const caption = t('records.title');
  return (
    <ScrollRegion label={t('table.scroll', { name: caption })}>
      <Table
        captionSide="top"
        verticalSpacing="xs"
        highlightOnHover
        className="records-table"
        style={{ minWidth: `${columns.length * COLUMN_REM}rem` }}
      >
        <Table.Caption className="visually-hidden">{caption}</Table.Caption>
        <Table.Thead>
          <Table.Tr>
            {columns.map((id) => {
              const on = sort.field === id;
              return (
                <Table.Th
                  key={id}
                  scope="col"
                  ta={alignment(id)}
                  aria-sort={on ? (sort.descending ? 'descending' : 'ascending') : 'none'}
                >
                  <UnstyledButton
                    className="sort-button"
                    onClick={() => onSort(nextSort(sort, id))}
                  >
                    {describedField(id).label[language]}
                    <span aria-hidden="true" className="sort-mark">
                      {on ? (sort.descending ? '▼' : '▲') : '↕'}
                    </span>
                  </UnstyledButton>
                </Table.Th>
              );
            })}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {records.rows.map((record) => (
            <Table.Tr key={String(record['id'])}>
              {columns.map((id) => (
                <Table.Td key={id} ta={alignment(id)}>
                  <RecordCell record={record} id={id} names={records.names} />
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </ScrollRegion>
  );
}
