import './cooperation.css';
import { useQuery } from '@tanstack/react-query';
import { dayFromIso } from '../../../domain/dates.ts';
import { dueOptions, ledgerOptions, type LedgerEntry } from '../../api/cooperation.ts';
import { panelState } from '../../frame/panel-state.ts';
import { CalendarSection } from './calendar-section.tsx';
import { DueSection } from './due-section.tsx';
import { OwnProposals } from './own-proposals.tsx';
import { SharedLedger } from './shared-ledger.tsx';
import { SharedPromises } from './shared-promises.tsx';
import { TimelineView } from './timeline-view.tsx';
import { useLedgerView } from './use-ledger-view.ts';

/** Brings an entry of the list before the eyes, and the keyboard to it. */
function showRow({ id }: LedgerEntry): void {
  const row = document.getElementById(`entry-${id}`);
  row?.scrollIntoView({ block: 'center' });
  row?.focus();
}

/** What a school and the company do together, as the company shares it with the school. */
export function SharedPanels() {
  const { on: asked } = useLedgerView();
  const ledger = useQuery(ledgerOptions({}));
  const due = useQuery(dueOptions([], asked));
  const rows = ledger.data?.rows ?? [];
  const names = ledger.data?.names ?? {};
  return (
    <>
      <OwnProposals />
      <SharedPromises entries={rows} names={names} ready={ledger.data !== undefined} />
      <DueSection onPick={showRow} ofSchool />
      <TimelineView
        state={panelState(ledger, due)}
        ready={ledger.data !== undefined && due.data !== undefined}
        entries={rows}
        names={names}
        on={dayFromIso(due.data?.on ?? '') ?? 0}
        trend={null}
        onPick={showRow}
      />
      <SharedLedger entries={rows} names={names} ready={ledger.data !== undefined} />
      <CalendarSection />
    </>
  );
}
