import { Button, Skeleton, Stack, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from '../i18n/use-translation.ts';

/** Stands in for a page while its code loads. */
export function PageLoading() {
  return (
    <Stack gap="md">
      <Skeleton height="2rem" width="10rem" />
      <Skeleton height="14rem" />
      <Skeleton height="24rem" />
    </Stack>
  );
}

/** For addresses that lead nowhere. */
export function PageNotFound() {
  const { t } = useTranslation();
  return (
    <Stack align="flex-start">
      <Title order={1} size="h2">
        {t('state.notFound')}
      </Title>
      <Link to="/">{t('state.toOverview')}</Link>
    </Stack>
  );
}

/** For a page that failed while it was shown, or whose code could not be loaded. */
export function PageBroken({ error }: { readonly error: unknown }) {
  const { t } = useTranslation();
  return (
    <Stack align="flex-start" role="alert">
      <Title order={1} size="h2">
        {t('state.broken')}
      </Title>
      <Text c="dimmed">{error instanceof Error ? error.message : String(error)}</Text>
      <Button onClick={() => window.location.reload()}>{t('state.reload')}</Button>
    </Stack>
  );
}
