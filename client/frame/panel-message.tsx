import { Button, Group, Stack, Text } from '@mantine/core';
import { RequestError } from '../api/request-error.ts';
import { useTranslation } from '../i18n/use-translation.ts';
import { useFilters } from './use-filters.ts';

interface FailedProps {
  readonly error: Error;
  readonly retry: () => void;
}

/** Says what failed and offers to try again. */
export function Failed({ error, retry }: FailedProps) {
  const { t } = useTranslation();
  const offline = error instanceof RequestError && error.code === 'offline';
  return (
    <Stack role="alert" align="flex-start" gap="xs" py="md">
      <Text fw={600}>{t(offline ? 'state.offline' : 'state.failed')}</Text>
      {offline ? null : <Text c="dimmed">{error.message}</Text>}
      <Button variant="default" onClick={retry}>
        {t('state.retry')}
      </Button>
    </Stack>
  );
}

/** Says why a panel has nothing to show and what to do about it. */
export function NothingHere() {
  const { t } = useTranslation();
  const { count, clear } = useFilters();
  return (
    <Stack align="flex-start" gap="xs" py="md">
      <Text fw={600}>{t('state.empty')}</Text>
      <Text c="dimmed">{t(count > 0 ? 'state.emptyFiltered' : 'state.emptyUnfiltered')}</Text>
      {count > 0 ? (
        <Group>
          <Button variant="default" onClick={clear}>
            {t('filter.clear')}
          </Button>
        </Group>
      ) : null}
    </Stack>
  );
}
