import { Anchor, Stack, Text } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { createLink } from '@tanstack/react-router';
import { publishedReleaseOptions } from '../../api/releases.ts';
import { Failed } from '../../frame/panel-message.tsx';
import { PanelSkeleton } from '../../frame/panel-skeleton.tsx';
import { Section } from '../../frame/section.tsx';
import { useFormatter } from '../../frame/use-formatter.ts';
import { useViewState, valuesOf } from '../../frame/use-view-state.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useMoment } from '../import/use-moment.ts';
import { ownerIn, ReleaseContents } from './release-contents.tsx';

const LinkAnchor = createLink(Anchor<'a'>);

/** What one of the releases so far says, also where it was replaced or withdrawn. */
export function PublishedSection({ id }: { readonly id: number }) {
  const { t } = useTranslation();
  const format = useFormatter();
  const moment = useMoment();
  const { parameters } = useViewState();
  const { data, error, refetch } = useQuery({
    ...publishedReleaseOptions(id, ownerIn(valuesOf(parameters, 'part')[0])),
    placeholderData: keepPreviousData,
  });
  return (
    <Section
      title={t('releases.published.title', { id: String(id) })}
      lead={t('releases.published.lead')}
    >
      <LinkAnchor to="/releases" underline="always">
        {t('releases.published.toPreview')}
      </LinkAnchor>
      {data === undefined ? (
        error === null ? (
          <PanelSkeleton shape="table" />
        ) : (
          <Failed error={error} retry={() => void refetch()} />
        )
      ) : (
        <Stack gap="md" mt="sm">
          <Text size="sm">
            {t('releases.published.when', {
              when: moment(data.publishedAt),
              day: format.day(data.asOf),
            })}
          </Text>
          <ReleaseContents contents={data} />
        </Stack>
      )}
    </Section>
  );
}
