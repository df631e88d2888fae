import { Alert, Button, Table, Text } from '@mantine/core';
import { ScrollRegion } from '../../frame/scroll-region.tsx';
import { useLanguage } from '../../i18n/use-language.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { labelOfField } from '../import/field-label.ts';
import type { Clash } from './entry-form.ts';

interface ClashTableProps {
  readonly clashes: readonly Clash[];
  readonly onTake: (field: string) => void;
}

/** What somebody else saved since one began, beside what one has written oneself. */
export function ClashTable({ clashes, onTake }: ClashTableProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  if (clashes.length === 0) return null;
  return (
    <Alert role="alert" variant="default" title={t('ledger.clash.title')}>
      <Text size="sm" mb="xs">
        {t('ledger.clash.text')}
      </Text>
      <ScrollRegion label={t('ledger.clash.title')} maxHeight="16rem">
        <Table verticalSpacing={4} className="clash-fields">
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{t('ledger.clash.field')}</Table.Th>
              <Table.Th scope="col">{t('ledger.clash.theirs')}</Table.Th>
              <Table.Th scope="col">{t('ledger.clash.mine')}</Table.Th>
              <Table.Td />
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {clashes.map(({ field, theirs, mine }) => {
              const label = labelOfField('cooperation', field, language);
              return (
                <Table.Tr key={field}>
                  <Table.Th scope="row">{label}</Table.Th>
                  <Table.Td>{theirs === '' ? t('ledger.clash.empty') : theirs}</Table.Td>
                  <Table.Td>
                    {mine === null
                      ? t('ledger.clash.untouched')
                      : mine === ''
                        ? t('ledger.clash.empty')
                        : mine}
                  </Table.Td>
                  <Table.Td>
                    {mine === null ? null : (
                      <Button
                        size="xs"
                        variant="default"
                        aria-label={t('ledger.clash.takeOf', { field: label })}
                        onClick={() => onTake(field)}
                      >
                        {t('ledger.clash.take')}
                      </Button>
                    )}
                  </Table.Td>
                </Table.Tr>
              );
            })}
          </Table.Tbody>
        </Table>
      </ScrollRegion>
    </Alert>
  );
}
