import { Radio, Stack, Table, Text } from '@mantine/core';
import { KEPT_SIDES, type KeptSide } from '../../../domain/directory/directories.ts';
import { KINDS } from '../../../domain/records/kinds.ts';
import type { MergePreview } from '../../api/directory.ts';
import { ScrollRegion } from '../../frame/scroll-region.tsx';
import { useFormatter } from '../../frame/use-formatter.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { labelOfField } from '../import/field-label.ts';

interface MergeClashesProps {
  readonly clashes: MergePreview['clashes'];
  readonly names: { readonly from: string; readonly into: string };
  readonly keep: KeptSide | null;
  readonly onKeep: (side: KeptSide) => void;
}

/** What both entries count in different numbers, and whose stand. */
export function MergeClashes({ clashes, names, keep, onKeep }: MergeClashesProps) {
  const { t } = useTranslation();
  if (clashes.length === 0) return null;
  return (
    <div className="clash">
      <Stack gap="sm">
        <Text fw={600}>{t('directory.clash.title')}</Text>
        <Text size="sm">{t('directory.clash.text')}</Text>
        <ScrollRegion label={t('directory.clash.title')} maxHeight="16rem">
          <ClashTable clashes={clashes} names={names} />
        </ScrollRegion>
        <Radio.Group
          label={t('directory.clash.keep')}
          value={keep}
          onChange={(value) => {
            const side = KEPT_SIDES.find((one) => one === value);
            if (side !== undefined) onKeep(side);
          }}
        >
          <Stack gap="xs" mt="xs">
            <Radio value="into" label={names.into} />
            <Radio value="from" label={names.from} />
          </Stack>
        </Radio.Group>
      </Stack>
    </div>
  );
}

function ClashTable({ clashes, names }: Pick<MergeClashesProps, 'clashes' | 'names'>) {
  const { t } = useTranslation();
  const language = useLanguage();
  const format = useFormatter();
  const shown = (value: string | number | null) =>
    value === null ? '–' : typeof value === 'number' ? format.count(value) : value;
  return (
    <Table className="clash-table" verticalSpacing={4}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">{t('directory.clash.about')}</Table.Th>
          <Table.Th scope="col">{t('directory.clash.field')}</Table.Th>
          <Table.Th scope="col">{names.into}</Table.Th>
          <Table.Th scope="col">{names.from}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {clashes.flatMap(({ kind, about, differences }) =>
          differences.map(({ field, from, into }, index) => (
            <Table.Tr key={`${kind} ${about.en} ${field}`}>
              <Table.Td>
                {index === 0 ? `${KINDS[kind].label[language]}: ${about[language]}` : null}
              </Table.Td>
              <Table.Td>{labelOfField(kind, field, language)}</Table.Td>
              <Table.Td>{shown(into)}</Table.Td>
              <Table.Td>{shown(from)}</Table.Td>
            </Table.Tr>
          )),
        )}
      </Table.Tbody>
    </Table>
  );
}
