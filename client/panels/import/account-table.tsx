import { Table } from '@mantine/core';
import { useFormatter } from '../../frame/use-formatter.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import type { Account } from './account.ts';

interface AccountTableProps {
  readonly account: Account;
  /** Whether the account is of what a commit would do, or of what it did. */
  readonly tense: 'would' | 'did';
}

/** The rows of a file by what becomes of them, adding up to all of them. */
export function AccountTable({ account, tense }: AccountTableProps) {
  const { t } = useTranslation();
  const format = useFormatter();
  return (
    <Table className="account-table" captionSide="top" withRowBorders={false}>
      <Table.Caption>{t(`import.account.${tense}`)}</Table.Caption>
      <Table.Tbody>
        {account.rows.map(({ part, count, nested }) => (
          <Table.Tr key={part} className={nested ? 'nested' : ''}>
            <Table.Th scope="row">{t(`import.account.part.${part}`)}</Table.Th>
            <Table.Td>{format.count(count)}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
      <Table.Tfoot>
        <Table.Tr>
          <Table.Th scope="row">{t('import.account.total')}</Table.Th>
          <Table.Td>{format.count(account.total)}</Table.Td>
        </Table.Tr>
      </Table.Tfoot>
    </Table>
  );
}
