import { Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { aboutOptions } from '../api/about.ts';
import { useFormatter } from '../frame/use-formatter.ts';
import { useTranslation } from '../i18n/use-translation.ts';

/** Says up to when the data go and, in a demonstration, that they are invented. */
export function DataNote() {
  const { t } = useTranslation();
  const format = useFormatter();
  const { data } = useQuery(aboutOptions);
  if (data === undefined) return null;
  return (
    <Group justify="space-between" gap="xs" mb="md" className="data-note">
      {data.demo ? (
        <Text size="sm" fw={600} role="note">
          {t('shell.demo')}
        </Text>
      ) : null}
      {data.empty ? null : (
        <Text size="sm" c="dimmed">
          {t(data.asOf === data.knownTo ? 'shell.asOf' : 'shell.asOfSet', {
            day: format.day(data.asOf),
            knownTo: format.day(data.knownTo),
          })}
        </Text>
      )}
    </Group>
  );
}
