import { Button, Table, Text } from '@mantine/core';
import { useState } from 'react';
import type { IssueGroup } from '../../../domain/records/import-shapes.ts';
import type { Kind } from '../../../domain/records/kinds.ts';
import { ScrollRegion } from '../../frame/scroll-region.tsx';
import { useFormatter } from '../../frame/use-formatter.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { toldMessage } from './issue-groups.ts';

interface IssueValuesProps {
  readonly groups: readonly IssueGroup[];
  /** How many issues there are of this code in all. */
  readonly count: number;
  readonly kind: Kind;
  readonly label: string;
}

const SHOWN_AT_FIRST = 50;
const LINES_SHOWN = 5;

/** The values about which an issue is: where they stand, how often, what is wrong and what may be meant. */
export function IssueValues({ groups, count, kind, label }: IssueValuesProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const format = useFormatter();
  const [all, setAll] = useState(false);
  const suggested = groups.some(({ suggestion }) => suggestion !== null);
  const shown = all ? groups : groups.slice(0, SHOWN_AT_FIRST);
  const told = groups.reduce((sum, group) => sum + group.count, 0);

  const linesOf = ({ lines, count: rows }: IssueGroup): string => {
    const first = lines.slice(0, LINES_SHOWN).map((line) => format.count(line));
    return first.join(t('import.issues.lineGap')) + (rows > first.length ? ' …' : '');
  };

  return (
    <ScrollRegion label={label} maxHeight="24rem">
      <Table verticalSpacing={4} className="issue-examples">
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t('import.issues.value')}</Table.Th>
            <Table.Th scope="col" ta="end">
              {t('import.issues.rows')}
            </Table.Th>
            <Table.Th scope="col">{t('import.issues.line')}</Table.Th>
            <Table.Th scope="col">{t('import.issues.column')}</Table.Th>
            <Table.Th scope="col">{t('import.issues.message')}</Table.Th>
            {suggested ? <Table.Th scope="col">{t('import.issues.suggestion')}</Table.Th> : null}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {shown.map((group, index) => (
            <Table.Tr key={index}>
              <Table.Td className="issue-value">{group.value ?? '–'}</Table.Td>
              <Table.Td ta="end">{format.count(group.count)}</Table.Td>
              <Table.Td>{linesOf(group)}</Table.Td>
              <Table.Td>{group.column ?? '–'}</Table.Td>
              <Table.Td className="issue-message">{toldMessage(group, kind, language)}</Table.Td>
              {suggested ? <Table.Td>{group.suggestion ?? '–'}</Table.Td> : null}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {shown.length < groups.length ? (
        <Button variant="default" size="xs" mt="xs" onClick={() => setAll(true)}>
          {t('import.issues.showAll', { number: format.count(groups.length) })}
        </Button>
      ) : null}
      {told < count ? (
        <Text size="sm" c="dimmed" mt="xs">
          {t('import.issues.more', { shown: format.count(told), all: format.count(count) })}
        </Text>
      ) : null}
    </ScrollRegion>
  );
}
