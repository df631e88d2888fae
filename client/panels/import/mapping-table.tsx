import { Table, Text } from '@mantine/core';
import type { FileColumn } from '../../../domain/records/import-shapes.ts';
import type { Kind } from '../../../domain/records/kinds.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { FieldSelect } from './field-select.tsx';
import { withColumn, type MappingState } from './mapping-state.ts';

interface MappingTableProps {
  readonly kind: Kind;
  readonly columns: readonly FileColumn[];
  readonly state: MappingState;
  readonly onChange: (state: MappingState) => void;
}

const SAMPLES_SHOWN = 3;

/** Each column of the file with what stands in it and the field it means. On a phone each is a card. */
export function MappingTable({ kind, columns, state, onChange }: MappingTableProps) {
  const { t } = useTranslation();
  return (
    <Table className="row-cards" verticalSpacing="xs">
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">{t('import.mapping.column')}</Table.Th>
          <Table.Th scope="col">{t('import.mapping.samples')}</Table.Th>
          <Table.Th scope="col">{t('import.mapping.field')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {columns.map(({ header, samples }) => (
          <Table.Tr key={header}>
            <Table.Th scope="row" className="import-header">
              {header}
            </Table.Th>
            <Table.Td className="import-samples">
              <Text span size="sm" c="dimmed">
                {samples.length === 0
                  ? t('import.mapping.noSamples')
                  : [...new Set(samples)].slice(0, SAMPLES_SHOWN).join(' · ')}
              </Text>
            </Table.Td>
            <Table.Td className="import-field">
              <FieldSelect
                kind={kind}
                header={header}
                state={state}
                onChange={(field) => onChange(withColumn(state, header, field))}
              />
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
