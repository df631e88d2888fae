import { List, Text } from '@mantine/core';
import type { Summary } from '../../../domain/records/import-shapes.ts';
import { useFormatter } from '../../frame/use-formatter.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { ImportSection } from './import-section.tsx';

/** The names of a school's file that nobody knows: what they stand for, the company says. */
export function WaitingNames({ unresolved }: Pick<Summary, 'unresolved'>) {
  const { t } = useTranslation();
  const format = useFormatter();
  const names = [...unresolved.school, ...unresolved.major];
  if (names.length === 0) return null;
  return (
    <ImportSection title={t('import.names.title')}>
      <Text>{t('partner.waits')}</Text>
      <List size="sm" mt="xs">
        {names.map(({ name, count }) => (
          <List.Item key={name}>
            {name} ({format.count(count)})
          </List.Item>
        ))}
      </List>
    </ImportSection>
  );
}
