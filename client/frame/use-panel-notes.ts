import { metric, type MetricId } from '../../domain/metrics/registry.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { useTranslation } from '../i18n/use-translation.ts';
import { useSourceLine } from './use-source-line.ts';

/** What an exported table says about itself: question, source and selection, its metrics' definitions, a link. */
export function usePanelNotes(
  question: string,
  metrics: readonly MetricId[],
): (link: string) => string[][] {
  const { t } = useTranslation();
  const language = useLanguage();
  const source = useSourceLine();
  return (link) => [
    [question],
    [source],
    ...metrics.map((id) => {
      const { label, definition, words } = metric(id);
      const formula = `${t('metric.formula')}: ${words[language]}`;
      return [label[language], `${definition[language]} ${formula}`];
    }),
    [t('source.link'), link],
    [t('source.exported'), new Date().toISOString()],
  ];
}
