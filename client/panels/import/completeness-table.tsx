import { Table, Title } from '@mantine/core';
import type { Summary } from '../../../domain/records/import-shapes.ts';
import type { Kind } from '../../../domain/records/kinds.ts';
import { useFormatter } from '../../frame/use-formatter.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { labelOfField } from './field-label.ts';

interface CompletenessTableProps {
  readonly summary: Summary;
  readonly kind: Kind;
}

/** How many cells of each mapped column are filled in. */
export function CompletenessTable({ summary, kind }: CompletenessTableProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const format = useFormatter();
  const { rows, completeness } = summary;
  if (completeness.length === 0) return null;
  return (
    <div>
      <Title order={3} size="h5" mb="xs">
        {t('import.completeness.title')}
      </Title>
      <Table className="completeness-table" verticalSpacing={4}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t('import.completeness.field')}</Table.Th>
            <Table.Th scope="col">{t('import.completeness.column')}</Table.Th>
            <Table.Th scope="col" ta="end">
              {t('import.completeness.filled')}
            </Table.Th>
            <Table.Th scope="col" ta="end">
              {t('import.completeness.share')}
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {completeness.map(({ field, header, filled }) => (
            <Table.Tr key={field}>
              <Table.Th scope="row" fw={500}>
                {labelOfField(kind, field, language)}
              </Table.Th>
              <Table.Td>{header ?? t('import.completeness.constant')}</Table.Td>
              <Table.Td ta="end">{format.count(filled)}</Table.Td>
              <Table.Td ta="end">
                {rows === 0 ? '–' : format.value('percent', filled / rows)}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}
