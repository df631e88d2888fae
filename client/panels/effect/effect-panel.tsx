import { Group, NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { DIMENSIONS } from '../../../domain/dimensions.ts';
import { metric as definition } from '../../../domain/metrics/registry.ts';
import { COOPERATION_KINDS } from '../../../domain/records/enumerations.ts';
import { effectOptions, type EffectKind, type EffectMetric } from '../../api/effect.ts';
import { Panel } from '../../frame/panel.tsx';
import { panelState } from '../../frame/panel-state.ts';
import { TwinTable } from '../../frame/twin-table.tsx';
import { useFilters } from '../../frame/use-filters.ts';
import { useFormatter } from '../../frame/use-formatter.ts';
import { useViewState, valuesOf } from '../../frame/use-view-state.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { effectSentence, effectTable } from './effect-rows.ts';

const KINDS = Object.keys(COOPERATION_KINDS) as EffectKind[];
const METRICS = [
  'hires',
  'intern_conversion',
  'major_match_rate',
  'retention_12m',
] as const satisfies EffectMetric[];
const FIRST_KIND = 'internship_base';

/** What came with a kind of cooperation? Schools before and after its start, beside schools without it. */
export function EffectPanel() {
  const { t } = useTranslation();
  const language = useLanguage();
  const format = useFormatter();
  const { filters } = useFilters();
  const { parameters, change } = useViewState();
  const [wantedKind] = valuesOf(parameters, 'effectKind');
  const [wantedMetric] = valuesOf(parameters, 'effect');
  const kind = KINDS.find((one) => one === wantedKind) ?? FIRST_KIND;
  const metric = METRICS.find((one) => one === wantedMetric) ?? 'hires';
  const answer = useQuery(effectOptions(kind, metric, filters));
  const { data } = answer;
  const question = t('effect.question');
  const sentence = data === undefined ? null : effectSentence(data, metric, format);
  const table =
    data === undefined
      ? null
      : effectTable(
          data,
          metric,
          {
            school: DIMENSIONS.school.label[language],
            role: t('effect.role'),
            start: t('effect.start'),
            before: t('effect.before'),
            after: t('effect.after'),
            among: t('effect.among'),
            change: t('effect.change'),
            standing: t('effect.standing'),
            treated: t('effect.treated'),
            control: (year) => t('effect.control', { year }),
            leftOut: (reason) => t(`effect.leftOut.${reason}`),
          },
          language,
          format,
        );
  return (
    <Panel
      id="effect"
      question={question}
      metrics={[metric]}
      state={panelState(answer)}
      skeleton="table"
      table={table}
      answer={sentence === null ? null : t(sentence.key, sentence.words)}
      empty={sentence === null ? undefined : t(sentence.key, sentence.words)}
      note={t('effect.note')}
      controls={
        <Group gap="md" align="flex-end">
          <NativeSelect
            label={t('effect.kind')}
            value={kind}
            data={KINDS.map((id) => ({ value: id, label: COOPERATION_KINDS[id][language] }))}
            onChange={(event) => change({ effectKind: [event.currentTarget.value] })}
          />
          <NativeSelect
            label={t('effect.metric')}
            value={metric}
            data={METRICS.map((id) => ({ value: id, label: definition(id).label[language] }))}
            onChange={(event) => change({ effect: [event.currentTarget.value] })}
          />
        </Group>
      }
      isTable
    >
      {table === null ? null : <TwinTable caption={question} table={table} />}
    </Panel>
  );
}
