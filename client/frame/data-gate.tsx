import { Anchor, Paper, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { createLink } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { aboutOptions } from '../api/about.ts';
import { useTranslation } from '../i18n/use-translation.ts';
import { FollowMerges } from './follow-merges.tsx';
import { Failed } from './panel-message.tsx';
import { PanelSkeleton } from './panel-skeleton.tsx';

const LinkAnchor = createLink(Anchor<'a'>);

function EmptyDatabase() {
  const { t } = useTranslation();
  return (
    <Paper withBorder className="panel">
      <Stack align="flex-start" gap="sm">
        <Title order={2} size="h4">
          {t('welcome.title')}
        </Title>
        <Text>{t('welcome.text')}</Text>
        <LinkAnchor to="/import" underline="always">
          {t('welcome.import')}
        </LinkAnchor>
      </Stack>
    </Paper>
  );
}

/** Shows a page of figures only where there is data; else it says what failed or where to begin. */
export function DataGate({ children }: { readonly children: ReactNode }) {
  const { data, error, refetch } = useQuery(aboutOptions);
  if (error !== null && data === undefined)
    return <Failed error={error} retry={() => void refetch()} />;
  if (data === undefined) return <PanelSkeleton shape="cards" />;
  if (data.empty) return <EmptyDatabase />;
  return (
    <>
      <FollowMerges />
      {children}
    </>
  );
}
