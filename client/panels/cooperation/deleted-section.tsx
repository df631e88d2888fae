import { Button, Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { deletedOptions, restoreEntry } from '../../api/cooperation.ts';
import { nameIn } from '../../frame/named.ts';
import { Section } from '../../frame/section.tsx';
import { useFormatter } from '../../frame/use-formatter.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useDirectoryAction } from '../directory/use-directory-action.ts';
import { Refusal } from '../import/refusal.tsx';
import { saidIn } from './ledger-words.ts';

const DATE = 10;

/** The deleted entries, each to be brought back; nothing where there is none. */
export function DeletedSection() {
  const { t } = useTranslation();
  const language = useLanguage();
  const format = useFormatter();
  const { data } = useQuery(deletedOptions);
  const restore = useDirectoryAction(restoreEntry);
  if (data === undefined || data.rows.length === 0) return null;
  return (
    <Section title={t('ledger.deleted.title')} lead={t('ledger.deleted.lead')}>
      <Refusal title={t('ledger.deleted.refused')} error={restore.error} />
      <ul className="due-list">
        {data.rows.map(({ entry, deletedAt, deletedBy }) => {
          const name = saidIn(language, data.names, 'title', entry.title);
          return (
            <li key={entry.id}>
              <Group gap="sm" justify="space-between">
                <div>
                  <Text size="sm" fw={500}>
                    {name}
                  </Text>
                  <Text size="sm" c="dimmed">
                    {t('ledger.deleted.line', {
                      school: nameIn(language, entry.school),
                      moment: format.date(deletedAt.slice(0, DATE)),
                      who: deletedBy?.name ?? t('ledger.deleted.nobody'),
                    })}
                  </Text>
                </div>
                <Button
                  variant="default"
                  size="xs"
                  aria-label={t('ledger.deleted.restoreOf', { name })}
                  onClick={() => restore.mutate(entry.id)}
                >
                  {t('ledger.deleted.restore')}
                </Button>
              </Group>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
