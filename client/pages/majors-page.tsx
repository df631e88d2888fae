import '../panels/panels.css';
import '../panels/majors/majors.css';
import '../panels/docking/docking.css';
import { Stack, Title } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import { DataGate } from '../frame/data-gate.tsx';
import { FilterBar } from '../frame/filter-bar.tsx';
import { useTranslation } from '../i18n/use-translation.ts';
import { ComparisonPanels } from '../panels/comparison/comparison-panels.tsx';
import { BreakdownPanel } from '../panels/counts/breakdown-panel.tsx';
import { DependencePanel } from '../panels/dependence/dependence-panel.tsx';
import { TopSharePanel } from '../panels/dependence/top-share-panel.tsx';
import { DockingPanel } from '../panels/docking/docking-panel.tsx';
import { HeatPanel } from '../panels/heat/heat-panel.tsx';
import { DemandMajorsPanel } from '../panels/majors/demand-majors-panel.tsx';
import { DemandYearsPanel } from '../panels/majors/demand-years-panel.tsx';
import { SupplyPanel } from '../panels/majors/supply-panel.tsx';

/** Which majors do we want, who supplies them, and what hangs on a single school. */
export function MajorsPage() {
  const { t } = useTranslation();
  useDocumentTitle(`${t('nav.majors')} · Talentbridge`);
  return (
    <Stack gap="md">
      <Title order={1} size="h2">
        {t('nav.majors')}
      </Title>
      <DataGate>
        <FilterBar />
        <ComparisonPanels />
        <DemandYearsPanel />
        <DemandMajorsPanel />
        <DockingPanel />
        <SupplyPanel />
        <HeatPanel rows="school" columns="year" />
        <HeatPanel rows="major" columns="school" />
        <TopSharePanel />
        <DependencePanel />
        <div className="panel-grid">
          <BreakdownPanel by="degree" />
          <BreakdownPanel by="channel" />
        </div>
      </DataGate>
    </Stack>
  );
}
