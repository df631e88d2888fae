import { useMemo } from 'react';
import { CalendarSection } from './calendar-section.tsx';
import { DeletedSection } from './deleted-section.tsx';
import { DueSection } from './due-section.tsx';
import { LedgerSection } from './ledger-section.tsx';
import { SchoolsSaySection } from './schools-say-section.tsx';
import { TimelinePanel } from './timeline-panel.tsx';
import { useEntryDialog } from './use-entry-dialog.tsx';
import { useLedgerView } from './use-ledger-view.ts';
import { useFilters } from '../../frame/use-filters.ts';

/** What is due, when everything was, and the ledger itself. */
export function CooperationPanels() {
  const { selected } = useLedgerView();
  const { pick, add, dialog } = useEntryDialog();
  const { school = [] } = selected;
  const filters = useMemo(() => ({ school: school.map(Number) }), [school]);
  const [only = ''] = school;
  return (
    <>
      <SchoolsSaySection />
      <DueSection onPick={pick} />
      <TimelinePanel filters={filters} schools={school} onPick={pick} />
      <LedgerSection onAdd={() => add(only === '' ? {} : { school: only })} onPick={pick} />
      <CalendarSection />
      <DeletedSection />
      {dialog}
    </>
  );
}

/** The same timeline for the school of a profile, under its hires as they are filtered. */
export function SchoolTimeline({ schoolId }: { readonly schoolId: number }) {
  const { filters } = useFilters();
  const { pick, dialog } = useEntryDialog();
  const schools = useMemo(() => [String(schoolId)], [schoolId]);
  return (
    <>
      <TimelinePanel filters={filters} schools={schools} onPick={pick} />
      {dialog}
    </>
  );
}
