import '../panels/panels.css';
import '../panels/season/season.css';
import { Stack, Title } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import { DataGate } from '../frame/data-gate.tsx';
import { FilterBar } from '../frame/filter-bar.tsx';
import { useTranslation } from '../i18n/use-translation.ts';
import { LaterClassesPanel } from '../panels/forecast/later-classes-panel.tsx';
import { SeasonForecastPanel } from '../panels/forecast/season-forecast-panel.tsx';
import { ActionsPanel } from '../panels/season/actions-panel.tsx';
import { SeasonCurvePanel } from '../panels/season/season-curve-panel.tsx';
import { SeasonGroupsPanel } from '../panels/season/season-groups-panel.tsx';
import { SeasonLead } from '../panels/season/season-lead.tsx';

/** How this season goes against plan and the last one on the same day, and who needs a decision. */
export function SeasonPage() {
  const { t } = useTranslation();
  useDocumentTitle(`${t('nav.season')} · Talentbridge`);
  return (
    <Stack gap="md">
      <Title order={1} size="h2">
        {t('nav.season')}
      </Title>
      <DataGate>
        <SeasonLead />
        <FilterBar compares={false} />
        <div className="season-curves">
          <SeasonCurvePanel line="accepted" />
          <SeasonCurvePanel line="offered" />
        </div>
        <SeasonForecastPanel />
        <LaterClassesPanel />
        <ActionsPanel list="internships" />
        <ActionsPanel list="reneging" />
        <ActionsPanel list="contracts" />
        <SeasonGroupsPanel />
      </DataGate>
    </Stack>
  );
}
