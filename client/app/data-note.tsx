import { Group, Text } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useRouterState } from '@tanstack/react-router';
import { useEffect } from 'react';
import { aboutOptions } from '../api/about.ts';
import { useFormatter } from '../frame/use-formatter.ts';
import { useTranslation } from '../i18n/use-translation.ts';

/**
 * Says up to when the data go and, in a demonstration, that they are invented. As it stands above every page of the
 * company, it asks with every change of the address whether that still holds: one request for all that is shown.
 */
export function DataNote() {
  const { t } = useTranslation();
  const format = useFormatter();
  const cache = useQueryClient();
  const address = useRouterState({ select: ({ location }) => location.href });
  const { data } = useQuery(aboutOptions);
  useEffect(() => {
    void cache.prefetchQuery(aboutOptions);
  }, [cache, address]);
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
