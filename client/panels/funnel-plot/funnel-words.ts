import type { TFunction } from 'i18next';
import type { Language } from '../../../domain/language.ts';
import type { FairComparison, FairRow } from '../../api/fair-comparison.ts';
import type { Formatter } from '../../../domain/formatter.ts';
import { listed } from '../fair/listed.ts';
import type { FunnelFinding } from './funnel-points.ts';

/** What the plot says, as a sentence. */
export function funnelAnswer(
  { of, higher, lower }: FunnelFinding,
  whole: FairComparison['whole'],
  language: Language,
  format: Formatter,
  t: TFunction,
): string {
  const words = {
    of: format.count(of),
    rate: format.value('percent', whole.value ?? 0),
    n: format.count(whole.n),
  };
  const differing = higher.length + lower.length;
  if (differing === 0) return t('funnel.answerNone', words);
  const side = (key: 'higher' | 'lower', names: readonly string[]): string[] => {
    if (names.length === 0) return [];
    const { names: shown, more } = listed(names, language);
    return [
      more === 0
        ? t(`funnel.${key}`, { names: shown })
        : t(`funnel.${key}More`, { names: shown, more: format.count(more) }),
    ];
  };
  const sides = [...side('higher', higher), ...side('lower', lower)];
  return t(differing === 1 ? 'funnel.answerOne' : 'funnel.answerSome', {
    ...words,
    differing: format.count(differing),
    sides: sides.join(t('funnel.between')),
  });
}

/** What is said of one school: whether it can be told from the whole. */
export function differenceWords({ differs, p }: FairRow, t: TFunction): string {
  if (differs === null || p === null) return t('funnel.tooFew');
  const shown = p < 0.001 ? t('funnel.pBelow') : t('funnel.p', { p: p.toFixed(3) });
  return t(differs ? 'funnel.differs' : 'funnel.same', { p: shown });
}
