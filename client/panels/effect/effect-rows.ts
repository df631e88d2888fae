import type { Effect, EffectMetric } from '../../api/effect.ts';
import type { Language } from '../../../domain/language.ts';
import { metric as definition } from '../../../domain/metrics/registry.ts';
import type { Formatter } from '../../../domain/formatter.ts';
import { keyName } from '../../frame/named.ts';
import type { PanelTable } from '../../frame/panel-table.ts';

/** A sentence by its key, with what stands in it. */
export interface EffectSentence {
  readonly key: `effect.verdict.${Effect['verdict'] | 'unclear'}`;
  readonly words: Readonly<Record<'schools' | 'controls' | 'difference' | 'low' | 'high', string>>;
}

/** A change as it is written: of hires in percent of those before, of rates in points. */
function written(metric: EffectMetric, change: number, format: Formatter): string {
  if (metric !== 'hires') return format.change('percent', change);
  const sign = change > 0 ? '+' : '';
  return `${sign}${format.value('percent', change)}`;
}

/** What can be said, always as an association; a number only where the interval is narrow enough. */
export function effectSentence(
  { verdict, difference, treatedCount, controlCount }: Effect,
  metric: EffectMetric,
  format: Formatter,
): EffectSentence {
  const words = {
    schools: format.count(treatedCount),
    controls: format.count(controlCount),
    difference: '',
    low: '',
    high: '',
  };
  if (verdict !== 'told' || difference === null) return { key: `effect.verdict.${verdict}`, words };
  const { difference: value, low, high } = difference;
  const isClear = low > 0 || high < 0;
  return {
    key: `effect.verdict.${isClear ? 'told' : 'unclear'}`,
    words: {
      ...words,
      difference: written(metric, value, format),
      low: written(metric, low, format),
      high: written(metric, high, format),
    },
  };
}

type LeftOut = NonNullable<(Effect['treated'] | Effect['controls'])[number]['leftOut']>;

/** Headings, and words for what a school is here and why it is left out. */
export interface EffectLabels {
  readonly school: string;
  readonly role: string;
  readonly start: string;
  readonly before: string;
  readonly after: string;
  /** Of how many people. */
  readonly among: string;
  readonly change: string;
  readonly standing: string;
  readonly treated: string;
  readonly control: (year: string) => string;
  readonly leftOut: (reason: LeftOut | 'counted') => string;
}

/** Every school that the answer is made of, and those that are left out with the reason. */
export function effectTable(
  { treated, controls }: Effect,
  metric: EffectMetric,
  labels: EffectLabels,
  language: Language,
  format: Formatter,
): PanelTable {
  const { unit } = definition(metric);
  const row = (
    id: string,
    role: string,
    start: string,
    one: Effect['treated'][number] | Effect['controls'][number],
  ): PanelTable['rows'][number] => ({
    id,
    cells: [
      { kind: 'text', text: keyName('school', one.key['school'] ?? null, language) },
      { kind: 'text', text: role },
      { kind: 'text', text: start },
      { kind: 'figure', figure: one.before, unit },
      { kind: 'count', count: one.before.n },
      { kind: 'figure', figure: one.after, unit },
      { kind: 'count', count: one.after.n },
      { kind: 'text', text: one.change === null ? '–' : written(metric, one.change, format) },
      { kind: 'text', text: labels.leftOut(one.leftOut ?? 'counted') },
    ],
  });
  return {
    columns: [
      { id: 'school', label: labels.school, numeric: false },
      { id: 'role', label: labels.role, numeric: false },
      { id: 'start', label: labels.start, numeric: true },
      { id: 'before', label: labels.before, numeric: true },
      { id: 'before_n', label: labels.among, numeric: true },
      { id: 'after', label: labels.after, numeric: true },
      { id: 'after_n', label: labels.among, numeric: true },
      { id: 'change', label: labels.change, numeric: true },
      { id: 'standing', label: labels.standing, numeric: false },
    ],
    rows: [
      ...treated.map((one, index) =>
        row(
          `treated-${index}`,
          labels.treated,
          one.startYear === null ? '–' : String(one.startYear),
          one,
        ),
      ),
      ...controls
        .filter(({ leftOut }) => leftOut === null || leftOut === 'begins_within')
        .map((one, index) => row(`control-${index}`, labels.control(String(one.of)), '', one)),
    ],
  };
}
