import { Paper, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo, type ReactNode } from 'react';
import { releaseOptions, type Release } from '../../api/release.ts';
import { RequestError } from '../../api/request-error.ts';
import { createFormatter } from '../../../domain/formatter.ts';
import { nameIn } from '../../frame/named.ts';
import { Failed } from '../../frame/panel-message.tsx';
import { PanelSkeleton } from '../../frame/panel-skeleton.tsx';
import { FormatterContext } from '../../frame/use-formatter.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { useTranslation } from '../../i18n/use-translation.ts';

interface ReleaseGateProps {
  readonly title: string;
  readonly children: (release: Release) => ReactNode;
}

/** What the company published for the own school, or that it has published nothing yet. */
export function ReleaseGate({ title, children }: ReleaseGateProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { data, error, refetch } = useQuery(releaseOptions);
  const currency = data?.currency;
  const format = useMemo(
    () => (currency === undefined ? null : createFormatter(language, currency)),
    [language, currency],
  );
  const heading = (
    <Title order={1} size="h2">
      {title}
    </Title>
  );
  if (error instanceof RequestError && error.status === 404) {
    return (
      <Stack gap="md">
        {heading}
        <Paper withBorder className="panel">
          <Title order={2} size="h4">
            {t('account.deanTitle')}
          </Title>
          <Text mt="sm">{t('partner.nothing')}</Text>
        </Paper>
      </Stack>
    );
  }
  if (error !== null) return <Failed error={error} retry={() => void refetch()} />;
  if (data === undefined || format === null) return <PanelSkeleton shape="table" />;
  const { school, college } = data.scope;
  const names = [school, ...(college === undefined ? [] : [college])];
  return (
    <FormatterContext value={format}>
      <Stack gap="md">
        <div>
          {heading}
          <Text c="dimmed">
            {names.map((one) => nameIn(language, one)).join(' · ')} ·{' '}
            {t('partner.published', {
              day: format.day(data.publishedAt.slice(0, 10)),
              asOf: format.day(data.asOf),
            })}
          </Text>
        </div>
        {children(data)}
      </Stack>
    </FormatterContext>
  );
}
