import './releases.css';
import { Group, Select, Stack, Text } from '@mantine/core';
import { isMetricId, metric } from '../../../domain/metrics/registry.ts';
import { RULE_SENTENCES } from '../../../domain/releases/rule-sentences.ts';
import type { PartOwner, ReleasePreview } from '../../api/releases.ts';
import { nameIn } from '../../frame/named.ts';
import { useViewState, valuesOf } from '../../frame/use-view-state.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { ChoiceList } from '../import/choice-list.tsx';
import { ReleaseTable } from './release-table.tsx';

/** What a release says, or would say: every part counted, and one in full. */
type Contents = Pick<ReleasePreview, 'parts' | 'part' | 'rules'>;

const PART = /^(\d+)(?:-(\d+))?$/;

/** Whose part the address names: a school, or `school-college`. */
export function ownerIn(text: string | undefined): PartOwner {
  const [, school, college] = PART.exec(text ?? '') ?? [];
  if (school === undefined) return {};
  return college === undefined
    ? { school: Number(school) }
    : { school: Number(school), college: Number(college) };
}

type Counted = Contents['parts'][number];

const nameOfPart = ({ school, college }: Counted): string =>
  college === null ? String(school.id) : `${school.id}-${college.id}`;

/** The tables of a part, chosen by whose it is and by metric, with how they are protected. */
export function ReleaseContents({ contents }: { readonly contents: Contents }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { parameters, change } = useViewState();
  const chosen = valuesOf(parameters, 'part')[0] ?? null;
  const counted = contents.parts.find((part) => nameOfPart(part) === chosen);
  const options = contents.parts.map((part) => {
    const school = nameIn(language, part.school);
    const label = part.college === null ? school : `${school} · ${nameIn(language, part.college)}`;
    return { value: nameOfPart(part), label };
  });
  const sum = (field: 'told' | 'withheld' | 'repeated'): number =>
    (counted === undefined ? contents.parts : [counted]).reduce(
      (all, part) => all + part[field],
      0,
    );
  return (
    <Stack gap="md">
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
        <MetricChoice contents={contents} />
      </Group>
      <details>
        <summary>{t('releases.preview.rules')}</summary>
        <ul>
          {RULE_SENTENCES.map((sentence) => {
            const said = sentence(contents.rules)[language];
            return <li key={said}>{said}</li>;
          })}
        </ul>
      </details>
      <Text size="sm">
        {t('releases.preview.counts', {
          told: sum('told'),
          withheld: sum('withheld'),
          repeated: sum('repeated'),
        })}
      </Text>
      <PartTables contents={contents} />
    </Stack>
  );
}

/** The metric that the address names, among those of the part. */
function useMetric({ part }: Contents) {
  const { parameters } = useViewState();
  const asked = valuesOf(parameters, 'metric')[0] ?? '';
  const metrics = [...new Set((part?.tables ?? []).map((table) => table.metric))];
  return { metrics, chosen: isMetricId(asked) && metrics.includes(asked) ? asked : metrics[0] };
}

function MetricChoice({ contents }: { readonly contents: Contents }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { change } = useViewState();
  const { metrics, chosen } = useMetric(contents);
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

function PartTables({ contents }: { readonly contents: Contents }) {
  const { t } = useTranslation();
  const { chosen } = useMetric(contents);
  if (contents.part === null) return <Text c="dimmed">{t('releases.preview.none')}</Text>;
  const tables = contents.part.tables.filter(
    ({ metric: id, rows }) => id === chosen && rows.length > 0,
  );
  if (tables.length === 0) return <Text c="dimmed">{t('releases.preview.empty')}</Text>;
  return tables.map((table) => <ReleaseTable key={table.by.join()} table={table} />);
}
