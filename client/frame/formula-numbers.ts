import type { TFunction } from 'i18next';
import type { Language } from '../../domain/language.ts';
import { metric, type MetricId } from '../../domain/metrics/registry.ts';
import type { Figure } from '../api/figures.ts';
import type { Formatter } from '../../domain/formatter.ts';

/**
 * A metric's formula with the figure's numbers put in, such as “accepted 83 ÷ (accepted + declined) 100 = 83.0%”.
 * @returns null where the figure has no value to arrive at.
 */
export function formulaInNumbers(
  id: MetricId,
  figure: Figure,
  { format, language, t }: { format: Formatter; language: Language; t: TFunction },
): string | null {
  const { formula, unit, words } = metric(id);
  if (figure.value === null) return null;
  const value = format.value(unit, figure.value);
  const n = format.count(figure.n);
  if (formula.kind === 'survival' && figure.of !== undefined && figure.atRisk !== undefined) {
    return t('explain.survival', {
      n,
      left: format.count(figure.of),
      day: format.count(formula.day),
      atRisk: format.count(figure.atRisk),
      value,
    });
  }
  const [upper, lower, ...others] = words[language].split(/\s*÷\s*/u);
  if (
    upper !== undefined &&
    lower !== undefined &&
    others.length === 0 &&
    figure.of !== undefined
  ) {
    const of = unit === 'rating' ? format.value(unit, figure.of) : format.count(figure.of);
    return t('explain.division', { upper, of, lower, n, value });
  }
  if (unit === 'people') return t('explain.count', { words: words[language], value });
  return t('explain.overPeople', { words: words[language], n, value });
}
