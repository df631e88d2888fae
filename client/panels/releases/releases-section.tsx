import './releases.css';
import { Anchor, Badge, Table, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { createLink } from '@tanstack/react-router';
import { releasesOptions, withdrawRelease, type Release } from '../../api/releases.ts';
import { Failed } from '../../frame/panel-message.tsx';
import { PanelSkeleton } from '../../frame/panel-skeleton.tsx';
import { Section } from '../../frame/section.tsx';
import { useFormatter } from '../../frame/use-formatter.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useMoment } from '../import/use-moment.ts';
import { ConfirmedAction } from './confirmed-action.tsx';

const LinkAnchor = createLink(Anchor<'a'>);

/** Every release: when, up to which day, and whether deans read it; each can be withdrawn. */
export function ReleasesSection() {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(releasesOptions);
  return (
    <Section title={t('releases.list.title')} lead={t('releases.list.lead')}>
      {data === undefined ? (
        error === null ? (
          <PanelSkeleton shape="table" />
        ) : (
          <Failed error={error} retry={() => void refetch()} />
        )
      ) : data.releases.length === 0 ? (
        <Text c="dimmed">{t('releases.list.empty')}</Text>
      ) : (
        <Table className="row-cards" verticalSpacing="xs" aria-label={t('releases.list.title')}>
          <Table.Thead>
            <Table.Tr>
              {(['release', 'published', 'asOf', 'state'] as const).map((head) => (
                <Table.Th key={head} scope="col">
                  {t(`releases.list.${head}`)}
                </Table.Th>
              ))}
              <Table.Td />
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {data.releases.map((release) => (
              <ReleaseRow key={release.id} release={release} />
            ))}
          </Table.Tbody>
        </Table>
      )}
    </Section>
  );
}

function ReleaseRow({ release }: { readonly release: Release }) {
  const { t } = useTranslation();
  const format = useFormatter();
  const moment = useMoment();
  const { id, publishedAt, publishedBy, withdrawnAt, asOf, current } = release;
  return (
    <Table.Tr>
      <Table.Th scope="row">
        <LinkAnchor to="/releases" search={{ release: String(id) }} underline="always">
          {t('releases.list.number', { id })}
        </LinkAnchor>
      </Table.Th>
      <Table.Td>
        {moment(publishedAt)}
        {publishedBy === null ? null : ` · ${publishedBy}`}
      </Table.Td>
      <Table.Td>{t('releases.list.upTo', { day: format.date(asOf) })}</Table.Td>
      <Table.Td>
        {current ? (
          <Badge variant="outline" className="release-badge">
            {t('releases.list.current')}
          </Badge>
        ) : (
          <Text span size="sm" c="dimmed">
            {withdrawnAt === null
              ? t('releases.list.earlier')
              : t('releases.list.withdrawn', { when: moment(withdrawnAt) })}
          </Text>
        )}
      </Table.Td>
      <Table.Td>
        {withdrawnAt === null ? (
          <ConfirmedAction
            open={t('releases.withdraw.open')}
            label={t('releases.withdraw.of', { id })}
            title={t('releases.withdraw.title', { id })}
            text={t('releases.withdraw.text')}
            run={t('releases.withdraw.run')}
            refused={t('releases.withdraw.refused')}
            act={() => withdrawRelease(id)}
          />
        ) : null}
      </Table.Td>
    </Table.Tr>
  );
}
