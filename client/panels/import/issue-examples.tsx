import { Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Example } from '../../../domain/records/import-shapes.ts';
import type { Kind } from '../../../domain/records/kinds.ts';
import { ScrollRegion } from '../../frame/scroll-region.tsx';
import { useFormatter } from '../../frame/use-formatter.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { exampleMessage } from './issue-groups.ts';

interface IssueExamplesProps {
  readonly examples: readonly Example[];
  /** How many there are of this issue in all. */
  readonly count: number;
  readonly kind: Kind;
  readonly label: string;
}

/** Places where an issue occurs: line, column, what stands there, what is wrong with it and what may be meant. */
export function IssueExamples({ examples, count, kind, label }: IssueExamplesProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const format = useFormatter();
  const suggested = examples.some(({ suggestion }) => suggestion !== null);
  return (
    <ScrollRegion label={label} maxHeight="24rem">
      <Table verticalSpacing={4} className="issue-examples">
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col" ta="end">
              {t('import.issues.line')}
            </Table.Th>
            <Table.Th scope="col">{t('import.issues.column')}</Table.Th>
            <Table.Th scope="col">{t('import.issues.value')}</Table.Th>
            <Table.Th scope="col">{t('import.issues.message')}</Table.Th>
            {suggested ? <Table.Th scope="col">{t('import.issues.suggestion')}</Table.Th> : null}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {examples.map((example, index) => (
            <Table.Tr key={index}>
              <Table.Td ta="end">
                {example.line === null ? '–' : format.count(example.line)}
              </Table.Td>
              <Table.Td>{example.column ?? '–'}</Table.Td>
              <Table.Td>{example.value ?? '–'}</Table.Td>
              <Table.Td className="issue-message">
                {exampleMessage(example, kind, language)}
              </Table.Td>
              {suggested ? <Table.Td>{example.suggestion ?? '–'}</Table.Td> : null}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {examples.length < count ? (
        <Text size="sm" c="dimmed" mt="xs">
          {t('import.issues.more', {
            shown: format.count(examples.length),
            all: format.count(count),
          })}
        </Text>
      ) : null}
    </ScrollRegion>
  );
}
