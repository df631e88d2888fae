import { Group, Stack, Text } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import {
  publishRelease,
  releasePreviewOptions,
  releasesOptions,
  type ReleasePreview,
} from '../../api/releases.ts';
import { Failed } from '../../frame/panel-message.tsx';
import { PanelSkeleton } from '../../frame/panel-skeleton.tsx';
import { Section } from '../../frame/section.tsx';
import { useFormatter } from '../../frame/use-formatter.ts';
import { useViewState, valuesOf } from '../../frame/use-view-state.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { ConfirmedAction } from './confirmed-action.tsx';
import { ownerIn, ReleaseContents } from './release-contents.tsx';
import { UnsafeNote } from './unsafe-note.tsx';

/** What each dean would read if a release were published now, what is withheld and why; and publishing it. */
export function PreviewSection() {
  const { t } = useTranslation();
  const { parameters } = useViewState();
  const owner = ownerIn(valuesOf(parameters, 'part')[0]);
  const { data, error, refetch } = useQuery({
    ...releasePreviewOptions(owner),
    placeholderData: keepPreviousData,
  });
  return (
    <Section title={t('releases.preview.title')} lead={t('releases.preview.lead')}>
      {data === undefined ? (
        error === null ? (
          <div aria-busy="true">
            <Text c="dimmed" mb="sm">
              {t('releases.preview.working')}
            </Text>
            <PanelSkeleton shape="table" />
          </div>
        ) : (
          <Failed error={error} retry={() => void refetch()} />
        )
      ) : (
        <Stack gap="md">
          <UnsafeNote findings={data.unsafe} />
          <PublishLine preview={data} />
          <ReleaseContents contents={data} />
        </Stack>
      )}
    </Section>
  );
}

function PublishLine({ preview }: { readonly preview: ReleasePreview }) {
  const { t } = useTranslation();
  const format = useFormatter();
  const { data } = useQuery(releasesOptions);
  const day = data?.possibleFrom ?? null;
  return (
    <Group justify="space-between" gap="sm">
      <Text size="sm">
        {day === null
          ? t('releases.publish.first')
          : t('releases.publish.possibleFrom', { day: format.day(day) })}
      </Text>
      <ConfirmedAction
        isMain
        open={t('releases.publish.open')}
        disabled={data?.possible !== true}
        title={t('releases.publish.title')}
        text={t('releases.publish.text', {
          day: format.day(preview.asOf),
          days: format.count(preview.rules.daysBetween),
        })}
        run={t('releases.publish.run')}
        refused={t('releases.publish.refused')}
        act={() => publishRelease(preview.tag)}
      />
    </Group>
  );
}
