import '../panels/panels.css';
import '../panels/pipeline/pipeline.css';
import { Stack, Text, Title } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import { DataGate } from '../frame/data-gate.tsx';
import { FilterBar } from '../frame/filter-bar.tsx';
import { useTranslation } from '../i18n/use-translation.ts';
import { ActivityGroupsPanel } from '../panels/pipeline/activity-groups-panel.tsx';
import { ActivityPanel } from '../panels/pipeline/activity-panel.tsx';
import { ConversionPanel } from '../panels/pipeline/conversion-panel.tsx';
import { PathsPanel } from '../panels/pipeline/paths-panel.tsx';
import { StagesPanel } from '../panels/pipeline/stages-panel.tsx';
import { usePipelineView } from '../panels/pipeline/use-pipeline-view.ts';
import { ViewControls } from '../panels/pipeline/view-controls.tsx';

/** From the first contact to three years of work: how far classes come, or what happened in calendar years. */
export function PipelinePage() {
  const { t } = useTranslation();
  const { mode } = usePipelineView();
  useDocumentTitle(`${t('nav.pipeline')} · Talentbridge`);
  return (
    <Stack gap="md">
      <div>
        <Title order={1} size="h2">
          {t('nav.pipeline')}
        </Title>
        <Text c="dimmed">{t(`stages.lead.${mode}`)}</Text>
      </div>
      <DataGate>
        <FilterBar compares={false} />
        <ViewControls />
        {mode === 'cohort' ? (
          <>
            <StagesPanel />
            <PathsPanel />
            <ConversionPanel />
          </>
        ) : (
          <>
            <ActivityPanel />
            <ActivityGroupsPanel />
          </>
        )}
      </DataGate>
    </Stack>
  );
}
