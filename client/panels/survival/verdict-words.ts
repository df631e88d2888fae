import type { TFunction } from 'i18next';
import type { RetentionTest } from '../../api/retention.ts';
import type { Formatter } from '../../../domain/formatter.ts';
import type { Standing, Verdict } from './verdict.ts';

const LEAST_WRITTEN = 0.001;

/** A p as it is written after the letter: to two decimals, small ones to three, the smallest as a bound. */
function probability(p: number): string {
  if (p < LEAST_WRITTEN) return `<\u00A0${LEAST_WRITTEN}`;
  return `=\u00A0${p.toFixed(p < 0.1 ? 3 : 2)}`;
}

/** The verdict as a sentence. */
export function verdictWords(verdict: Verdict, format: Formatter, t: TFunction): string {
  if (verdict.kind === 'one') {
    const { at, n, name } = verdict;
    return t('survival.one', {
      name,
      months: at.month,
      value: format.value('percent', at.survival),
      interval: format.interval('percent', at.low, at.high),
      n: format.count(n),
    });
  }
  const { kind, p, n, isStratified, extremes } = verdict;
  const test = t(isStratified ? 'survival.stratified' : 'survival.unstratified', {
    p: probability(p),
    n: format.count(n),
  });
  if (kind === 'alike') return t('survival.alike', { test });
  if (extremes === null) return t('survival.differ', { test });
  const { month, most, fewest } = extremes;
  const sized = ({ name, n: people }: Standing) =>
    t('survival.named', { name, n: format.count(people) });
  return t('survival.differMost', {
    test,
    months: month,
    most: sized(most),
    mostValue: format.value('percent', most.survival),
    fewest: sized(fewest),
    fewestValue: format.value('percent', fewest.survival),
  });
}

/** Why there is no verdict, or nothing where there is one. */
export function hiddenWords(
  test: RetentionTest | undefined,
  nameOf: (group: RetentionTest['groups'][number]) => string,
  t: TFunction,
): string | null {
  if (test?.status !== 'hidden') return null;
  const names = test.groups.map(nameOf).join(t('survival.and'));
  return t(`survival.hidden.${test.reason}`, { names });
}
