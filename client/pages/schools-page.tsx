import '../panels/panels.css';
import { Stack, Title } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import { DataGate } from '../frame/data-gate.tsx';
import { FilterBar } from '../frame/filter-bar.tsx';
import { useTranslation } from '../i18n/use-translation.ts';
import { ComparisonPanels } from '../panels/comparison/comparison-panels.tsx';
import { CostPanel } from '../panels/effect/cost-panel.tsx';
import { EffectPanel } from '../panels/effect/effect-panel.tsx';
import { FairControls } from '../panels/fair/fair-controls.tsx';
import { FunnelPlotPanel } from '../panels/funnel-plot/funnel-plot-panel.tsx';
import { RankingPanel } from '../panels/ranking/ranking-panel.tsx';
import { SchoolsPanel } from '../panels/schools/schools-panel.tsx';

/** All schools: their figures side by side, which stand out, and how they rank as far as can be told. */
export function SchoolsPage() {
  const { t } = useTranslation();
  useDocumentTitle(`${t('nav.schools')} · Talentbridge`);
  return (
    <Stack gap="md">
      <Title order={1} size="h2">
        {t('nav.schools')}
      </Title>
      <DataGate>
        <FilterBar />
        <ComparisonPanels />
        <SchoolsPanel />
        <FairControls />
        <FunnelPlotPanel />
        <RankingPanel />
        <EffectPanel />
        <CostPanel />
      </DataGate>
    </Stack>
  );
}
