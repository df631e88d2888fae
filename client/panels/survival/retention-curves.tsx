import { useTranslation } from '../../i18n/use-translation.ts';
import { SurvivalPanel } from './survival-panel.tsx';
import { SPANS, useSurvivalView } from './use-survival-view.ts';

/** The curves of the Retention page, as its address says. */
export function RetentionCurves() {
  const { t } = useTranslation();
  const { question, span } = useSurvivalView();
  return (
    <SurvivalPanel
      id="survival"
      title={t('survival.question')}
      question={question}
      months={SPANS[span]}
    />
  );
}
