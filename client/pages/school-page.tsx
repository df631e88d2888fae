import '../panels/panels.css';
import { Anchor, Stack, Text, Title } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import { createLink, Navigate, useParams } from '@tanstack/react-router';
import { useMemo } from 'react';
import { DataGate } from '../frame/data-gate.tsx';
import { useSurvivors } from '../frame/follow-merges.tsx';
import { FilterBar } from '../frame/filter-bar.tsx';
import { PinnedFiltersProvider } from '../frame/pinned-filters.ts';
import { useSchool } from '../frame/use-school.ts';
import { useTranslation } from '../i18n/use-translation.ts';
import { ComparisonPanels } from '../panels/comparison/comparison-panels.tsx';
import { SchoolTimeline } from '../panels/cooperation/cooperation-panels.tsx';
import { BreakdownPanel } from '../panels/counts/breakdown-panel.tsx';
import { PipelinePanel } from '../panels/counts/pipeline-panel.tsx';
import { FairControls } from '../panels/fair/fair-controls.tsx';
import { FlowPanel } from '../panels/flow/flow-panel.tsx';
import { HiresByYearPanel } from '../panels/hires-by-year/hires-by-year-panel.tsx';
import { KeyFiguresPanel } from '../panels/key-figures/key-figures-panel.tsx';
import { PayPanel } from '../panels/pay/pay-panel.tsx';
import { RankingPanel } from '../panels/ranking/ranking-panel.tsx';
import { AgainstOthersPanel } from '../panels/school/against-others-panel.tsx';
import { SchoolCurvesPanel } from '../panels/school/school-curves-panel.tsx';

const LinkAnchor = createLink(Anchor<'a'>);

/** One school: how many come, what they studied, where they work, who stays, what they earn, how it ranks. */
export function SchoolPage() {
  const { schoolId } = useParams({ from: '/schools/$schoolId' });
  return (
    <DataGate>
      <SchoolProfile key={schoolId} schoolId={schoolId} />
    </DataGate>
  );
}

function SchoolProfile({ schoolId }: { readonly schoolId: string }) {
  const { t } = useTranslation();
  const school = useSchool(schoolId);
  const name = school?.name ?? t('profile.title');
  useDocumentTitle(`${name} · Talentbridge`);
  const survivors = useSurvivors(school === null);
  const survivor = survivors?.school.get(Number(schoolId));
  const id = school?.id ?? null;
  const pinned = useMemo(() => ({ school: id === null ? [] : [id] }), [id]);
  if (school === null && survivor !== undefined) {
    return (
      <Navigate
        to="/schools/$schoolId"
        params={{ schoolId: String(survivor) }}
        search={true}
        replace
      />
    );
  }
  return (
    <Stack gap="md">
      <div>
        <LinkAnchor to="/schools" search={true} size="sm">
          {t('profile.back')}
        </LinkAnchor>
        <Title order={1} size="h2">
          {name}
        </Title>
        <LinkAnchor to="/schools/$schoolId/brief" params={{ schoolId }} search={true} size="sm">
          {t('brief.open')}
        </LinkAnchor>
      </div>
      {school === null && survivors !== null ? (
        <Text role="alert">{t('profile.unknown', { id: schoolId })}</Text>
      ) : null}
      {school === null || school === undefined ? null : (
        <PinnedFiltersProvider value={pinned}>
          <FilterBar />
          <ComparisonPanels />
          <KeyFiguresPanel />
          <HiresByYearPanel />
          <SchoolTimeline schoolId={school.id} />
          {school.others.length === 0 ? null : (
            <AgainstOthersPanel name={name} others={school.others} />
          )}
          <SchoolCurvesPanel />
          <FairControls />
          <RankingPanel />
          <div className="panel-grid">
            <BreakdownPanel by="major" />
            <BreakdownPanel by="department" />
          </div>
          <PayPanel />
          <FlowPanel />
          <div className="panel-grid">
            <PipelinePanel />
            <BreakdownPanel by="degree" />
            <BreakdownPanel by="channel" />
          </div>
        </PinnedFiltersProvider>
      )}
    </Stack>
  );
}
