import { useMemo } from 'react';
import { useFilters } from '../../frame/use-filters.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { SurvivalPanel } from '../survival/survival-panel.tsx';
import { survivalQuestion } from '../survival/survival-question.ts';

const MONTHS = 60;

/** How long do a school's graduates stay, against those of all other schools together? */
export function SchoolCurvesPanel() {
  const { t } = useTranslation();
  const { filters } = useFilters();
  const question = useMemo(() => survivalQuestion('school', filters, true), [filters]);
  return (
    <SurvivalPanel
      id="survival"
      title={t('survival.question')}
      question={question}
      months={MONTHS}
    />
  );
}
