import '../panels/panels.css';
import { Stack, Title } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import { DataGate } from '../frame/data-gate.tsx';
import { FilterBar } from '../frame/filter-bar.tsx';
import { useTranslation } from '../i18n/use-translation.ts';
import { ComparisonPanels } from '../panels/comparison/comparison-panels.tsx';
import { HorizonsPanel } from '../panels/horizons/horizons-panel.tsx';
import { LeavingPanel } from '../panels/leaving/leaving-panel.tsx';
import { RetentionCurves } from '../panels/survival/retention-curves.tsx';
import { SurvivalControls } from '../panels/survival/survival-controls.tsx';
import { useSurvivalView } from '../panels/survival/use-survival-view.ts';
import { TurnoverPanel } from '../panels/turnover/turnover-panel.tsx';

/** Who stays, how long, and how people leave. */
export function RetentionPage() {
  const { t } = useTranslation();
  useDocumentTitle(`${t('nav.retention')} · Talentbridge`);
  const { by } = useSurvivalView();
  return (
    <Stack gap="md">
      <Title order={1} size="h2">
        {t('nav.retention')}
      </Title>
      <DataGate>
        <FilterBar />
        <ComparisonPanels />
        <SurvivalControls />
        {/* Of another dimension the last answer is no stand-in for the next. */}
        <RetentionCurves key={`curves ${by}`} />
        <HorizonsPanel key={`horizons ${by}`} by={by} />
        <TurnoverPanel />
        <div className="panel-grid">
          <LeavingPanel by="leave_year" />
          <LeavingPanel by="hire_year" />
        </div>
      </DataGate>
    </Stack>
  );
}
