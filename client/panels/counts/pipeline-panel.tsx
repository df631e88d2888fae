import { useQuery } from '@tanstack/react-query';
import { figuresOptions } from '../../api/figures.ts';
import { explained } from '../../frame/explanation.ts';
import { panelState } from '../../frame/panel-state.ts';
import { useFilters } from '../../frame/use-filters.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { byYearQuestion } from '../by-year-question.ts';
import { totalsOf } from './count-items.ts';
import { CountsPanel } from './counts-panel.tsx';

const STAGES = ['interns', 'offers', 'acceptances', 'hires'] as const;

/** Where do we lose people? How many were interns, had an offer, accepted it, and started. */
export function PipelinePanel() {
  const { t } = useTranslation();
  const language = useLanguage();
  const { filters } = useFilters();
  const answer = useQuery(figuresOptions(byYearQuestion(filters)));
  return (
    <CountsPanel
      id="pipeline"
      question={t('pipeline.question')}
      metrics={STAGES}
      state={panelState(answer)}
      items={
        answer.data === undefined
          ? null
          : totalsOf(STAGES, answer.data, language, (id) => explained(id, filters))
      }
      labels={{ name: t('pipeline.stage'), count: t('pipeline.people') }}
      note={t('pipeline.note')}
    />
  );
}
