import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useMemo } from 'react';
import { dimension } from '../../../domain/dimensions.ts';
import { dayOfMonths } from '../../../domain/metrics/months.ts';
import { REASONS } from '../../../domain/metrics/value.ts';
import {
  retentionOptions,
  retentionTestOptions,
  type RetentionQuestion,
} from '../../api/retention.ts';
import type { SurvivalMonth } from '../../charts/survival-series.ts';
import { Panel } from '../../frame/panel.tsx';
import { PanelSkeleton } from '../../frame/panel-skeleton.tsx';
import { panelState } from '../../frame/panel-state.ts';
import { isPinned, usePinnedFilters } from '../../frame/pinned-filters.ts';
import { OTHER_COLOR } from '../../frame/series-colors.ts';
import { useFilters } from '../../frame/use-filters.ts';
import { useFormatter } from '../../frame/use-formatter.ts';
import { useValueColors } from '../../frame/use-value-colors.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { curveGroups, survivalSeries, survivalTable, valueOfGroup } from './survival-shape.ts';
import { hiddenWords, verdictWords } from './verdict-words.ts';
import { verdictOf } from './verdict.ts';

const SurvivalCurves = lazy(async () => {
  const { SurvivalCurves: component } = await import('../../charts/survival-curves.tsx');
  return { default: component };
});

/** Three-year contracts end on day 1,094 or 1,095. */
const CONTRACT_MONTHS = 36;

interface SurvivalPanelProps {
  readonly id: string;
  readonly title: string;
  readonly question: RetentionQuestion;
  /** Where the time axis ends; null for as far as anybody was followed. */
  readonly months: number | null;
}

/** How long do people stay? Kaplan–Meier curves of groups, and whether chance explains how far they lie apart. */
export function SurvivalPanel({ id, title, question, months }: SurvivalPanelProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const format = useFormatter();
  const { toggle } = useFilters();
  const curves = useQuery(retentionOptions(question));
  const test = useQuery(retentionTestOptions(question));
  const { by } = question;
  const canPick = !isPinned(usePinnedFilters(), by);

  const groups = useMemo(
    () => curveGroups(curves.data?.rows ?? [], by, language, t('survival.others')),
    [curves.data, by, language, t],
  );
  const shown = useMemo(() => groups.flatMap((group) => valueOfGroup(group.id) ?? []), [groups]);
  const colors = useValueColors(by, shown);
  const series = survivalSeries(
    groups,
    (group) => colors.get(valueOfGroup(group) ?? '') ?? OTHER_COLOR,
  );
  const longest = Math.max(0, ...series.map((one) => one.months.at(-1)?.month ?? 0)) + 1;
  const end = Math.max(6, Math.min(months ?? longest, longest));
  const standing = (at: SurvivalMonth) =>
    t('survival.standing', {
      value: format.value('percent', at.survival),
      interval: format.interval('percent', at.low, at.high),
      n: format.count(at.atRisk),
    });

  const verdict = curves.isPlaceholderData ? null : verdictOf(groups, test.data?.test);
  const sizeOf = (group: string) => groups.find((one) => one.id === group)?.row.n ?? 0;
  const nameOf = (key: Readonly<Record<string, unknown>>) =>
    groups.find(({ row }) => JSON.stringify(row.key) === JSON.stringify(key))?.name ?? '';
  const missing = groups.flatMap(({ name, row: { reason } }) =>
    reason === undefined ? [] : [`${name}: ${REASONS[reason][language]}`],
  );
  const inAll = curves.data?.groupsInAll ?? 0;
  const isCut = 'top' in question.groups && inAll > groups.length;
  const notes = [
    t('survival.note'),
    isCut ? t('survival.cut', { shown: groups.length, all: format.count(inAll) }) : null,
    ...missing,
    hiddenWords(test.data?.test, ({ key }) => nameOf(key), t),
  ].filter((note) => note !== null);

  return (
    <Panel
      id={id}
      question={title}
      metrics={['retention_12m', 'retention_36m', 'median_tenure']}
      state={panelState(curves)}
      skeleton="columns"
      table={
        curves.data === undefined
          ? null
          : survivalTable(
              groups,
              by,
              {
                group: dimension(by).label[language],
                months: t('survival.months'),
                staying: t('survival.staying'),
                interval: t('survival.interval'),
                atRisk: t('survival.atRisk'),
              },
              (at) => format.interval('percent', at.low, at.high),
            )
      }
      legend={series.map((one) => {
        const value = valueOfGroup(one.id);
        return {
          id: one.id,
          color: one.color,
          label: t('survival.sized', { name: one.label, n: format.count(sizeOf(one.id)) }),
          filter: value === null ? undefined : { dimension: by, value },
        };
      })}
      answer={verdict === null ? null : verdictWords(verdict, format, t)}
      note={notes.join(' ')}
    >
      {series.length === 0 ? null : (
        <Suspense fallback={<PanelSkeleton shape="columns" />}>
          <SurvivalCurves
            label={t('survival.label', { names: series.map((one) => one.label).join(', ') })}
            series={canPick ? series : series.map((one) => ({ ...one, pickable: false }))}
            months={end}
            mark={
              series.some(({ lastDay }) => lastDay >= dayOfMonths(CONTRACT_MONTHS) - 1)
                ? { day: dayOfMonths(CONTRACT_MONTHS) - 0.5, label: t('survival.contracts') }
                : null
            }
            texts={{
              atRisk: t('survival.atRisk'),
              axis: t('survival.axis'),
              time: (month) =>
                t('survival.time', { months: month, day: format.count(dayOfMonths(month)) }),
              standing,
            }}
            onPick={(group) => toggle(by, valueOfGroup(group) ?? '')}
          />
        </Suspense>
      )}
    </Panel>
  );
}
