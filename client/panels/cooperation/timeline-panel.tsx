import { useQuery } from '@tanstack/react-query';
import { dayFromIso } from '../../../domain/dates.ts';
import type { Filters } from '../../../domain/filters.ts';
import { dueOptions, ledgerOptions, type LedgerEntry } from '../../api/cooperation.ts';
import { figuresOptions } from '../../api/figures.ts';
import { panelState } from '../../frame/panel-state.ts';
import { TimelineView } from './timeline-view.tsx';
import { useLedgerView } from './use-ledger-view.ts';

interface TimelinePanelProps {
  /** Of which hires the trend above is. */
  readonly filters: Filters;
  readonly schools: readonly string[];
  readonly onPick: (entry: LedgerEntry) => void;
}

const METRICS = ['hires'] as const;

/** What did company and schools do together, and how did hires go in the same years? */
export function TimelinePanel({ filters, schools, onPick }: TimelinePanelProps) {
  const { on: asked } = useLedgerView();
  const ledger = useQuery(ledgerOptions({ school: schools }));
  const due = useQuery(dueOptions(schools, asked));
  const figures = useQuery(figuresOptions({ metrics: METRICS, by: ['hire_year'], filters }));
  const on = dayFromIso(due.data?.on ?? '') ?? 0;
  const hires = (figures.data?.rows ?? []).flatMap(({ key, values }) => {
    const year = key['hire_year'];
    const value = values['hires']?.value;
    return typeof year === 'number' && typeof value === 'number' ? [{ year, hires: value }] : [];
  });
  return (
    <TimelineView
      state={panelState(ledger, due, figures)}
      ready={ledger.data !== undefined && due.data !== undefined && figures.data !== undefined}
      entries={ledger.data?.rows ?? []}
      names={ledger.data?.names ?? {}}
      on={on}
      trend={{ hires, asOf: dayFromIso(figures.data?.asOf ?? '') ?? on }}
      onPick={onPick}
    />
  );
}
