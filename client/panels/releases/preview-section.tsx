import './releases.css';
import { Group, Select, Stack, Text } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { isMetricId, metric } from '../../../domain/metrics/registry.ts';
import {
  publishRelease,
  releasePreviewOptions,
  releasesOptions,
  type PartOwner,
  type ReleasePreview,
} from '../../api/releases.ts';
import { nameIn } from '../../frame/named.ts';
import { Failed } from '../../frame/panel-message.tsx';
import { PanelSkeleton } from '../../frame/panel-skeleton.tsx';
import { Section } from '../../frame/section.tsx';
import { useFormatter } from '../../frame/use-formatter.ts';
import { useViewState, valuesOf } from '../../frame/use-view-state.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { ChoiceList } from '../import/choice-list.tsx';
import { ConfirmedAction } from './confirmed-action.tsx';
import { ReleaseTable } from './release-table.tsx';

const PART = /^(\d+)(?:-(\d+))?$/;

/** Whose part the address names: a school, or `school-college`. */
function ownerIn(text: string | undefined): PartOwner {
  const [, school, college] = PART.exec(text ?? '') ?? [];
  if (school === undefined) return {};
  return college === undefined
    ? { school: Number(school) }
    : { school: Number(school), college: Number(college) };
}

type Counted = ReleasePreview['parts'][number];

const nameOfPart = ({ school, college }: Counted): string =>
  college === null ? String(school.id) : `${school.id}-${college.id}`;

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
        <Preview preview={data} />
      )}
    </Section>
  );
}

function Preview({ preview }: { readonly preview: ReleasePreview }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { parameters, change } = useViewState();
  const chosen = valuesOf(parameters, 'part')[0] ?? null;
  const counted = preview.parts.find((part) => nameOfPart(part) === chosen);
  const options = preview.parts.map((part) => {
    const school = nameIn(language, part.school);
    const label = part.college === null ? school : `${school} · ${nameIn(language, part.college)}`;
    return { value: nameOfPart(part), label };
  });
  const sum = (field: 'told' | 'withheld' | 'repeated'): number =>
    (counted === undefined ? preview.parts : [counted]).reduce((all, part) => all + part[field], 0);
  return (
    <Stack gap="md">
      <PublishLine preview={preview} />
      <Group align="flex-end" gap="md">
        <ChoiceList
          label={t('releases.preview.part')}
          placeholder={t('releases.preview.choose')}
          data={options}
          value={chosen}
          onChange={(value) => change({ part: value === null ? [] : [value] })}
          searchable
          clearable
          openOnFocus={false}
          className="part-choice"
        />
        <MetricChoice preview={preview} />
      </Group>
      <Text size="sm">
        {t('releases.preview.counts', {
          told: sum('told'),
          withheld: sum('withheld'),
          repeated: sum('repeated'),
        })}
      </Text>
      <PartTables preview={preview} />
    </Stack>
  );
}

/** The metric that the address names, among those of the part. */
function useMetric({ part }: ReleasePreview) {
  const { parameters } = useViewState();
  const asked = valuesOf(parameters, 'metric')[0] ?? '';
  const metrics = [...new Set((part?.tables ?? []).map((table) => table.metric))];
  return { metrics, chosen: isMetricId(asked) && metrics.includes(asked) ? asked : metrics[0] };
}

function MetricChoice({ preview }: { readonly preview: ReleasePreview }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { change } = useViewState();
  const { metrics, chosen } = useMetric(preview);
  if (chosen === undefined) return null;
  return (
    <Select
      label={t('releases.preview.metric')}
      data={metrics.map((id) => ({ value: id, label: metric(id).label[language] }))}
      value={chosen}
      onChange={(value) => change({ metric: value === null ? [] : [value] })}
      comboboxProps={{ withinPortal: false, keepMounted: false }}
      withScrollArea={false}
      allowDeselect={false}
    />
  );
}

function PartTables({ preview }: { readonly preview: ReleasePreview }) {
  const { t } = useTranslation();
  const { chosen } = useMetric(preview);
  if (preview.part === null) return <Text c="dimmed">{t('releases.preview.none')}</Text>;
  const tables = preview.part.tables.filter(
    ({ metric: id, rows }) => id === chosen && rows.length > 0,
  );
  if (tables.length === 0) return <Text c="dimmed">{t('releases.preview.empty')}</Text>;
  return tables.map((table) => <ReleaseTable key={table.by.join()} table={table} />);
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
        text={t('releases.publish.text', { day: format.day(preview.asOf) })}
        run={t('releases.publish.run')}
        refused={t('releases.publish.refused')}
        act={() => publishRelease(preview.version)}
      />
    </Group>
  );
}
