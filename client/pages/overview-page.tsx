import '../panels/panels.css';
import { Stack, Title } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import { DataGate } from '../frame/data-gate.tsx';
import { FilterBar } from '../frame/filter-bar.tsx';
import { useTranslation } from '../i18n/use-translation.ts';
import { ComparisonPanels } from '../panels/comparison/comparison-panels.tsx';
import { BreakdownPanel } from '../panels/counts/breakdown-panel.tsx';
import { PipelinePanel } from '../panels/counts/pipeline-panel.tsx';
import { FlowPanel } from '../panels/flow/flow-panel.tsx';
import { HiresByYearPanel } from '../panels/hires-by-year/hires-by-year-panel.tsx';
import { KeyFiguresPanel } from '../panels/key-figures/key-figures-panel.tsx';
import { SchoolsPanel } from '../panels/schools/schools-panel.tsx';

/** The first page: which schools feed us, is it growing, and who stays. */
export function OverviewPage() {
  const { t } = useTranslation();
  useDocumentTitle(`${t('nav.overview')} · Talentbridge`);
  return (
    <Stack gap="md">
      <Title order={1} size="h2">
        {t('nav.overview')}
      </Title>
      <DataGate>
        <FilterBar />
        <ComparisonPanels />
        <KeyFiguresPanel />
        <HiresByYearPanel />
        <FlowPanel />
        <SchoolsPanel />
        <div className="panel-grid">
          <PipelinePanel />
          <BreakdownPanel by="degree" />
          <BreakdownPanel by="channel" />
        </div>
      </DataGate>
    </Stack>
  );
}
