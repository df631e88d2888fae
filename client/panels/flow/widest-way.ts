import { SMALL_N } from '../../../domain/metrics/value.ts';
import type { Flow } from '../../api/flow.ts';
import type { FlowEntry } from './flow-items.ts';

/** The school that feeds most, and the widest band into the last layer. */
export interface WidestWay {
  readonly school: string;
  readonly hires: number;
  readonly total: number;
  readonly major: string;
  readonly department: string;
  readonly band: number;
}

/** What a flow says first; null where fewer than 10 people flow, or where only "other" is there to name. */
export function widestWay({ links }: Flow, entries: readonly FlowEntry[]): WidestWay | null {
  const schools = entries.filter(({ layer }) => layer === 0);
  const total = schools.reduce((sum, { value }) => sum + value, 0);
  const named = (entry: FlowEntry | undefined) => (entry?.filter?.value ?? '') !== '';
  const [largest] = schools.filter(named).toSorted((a, b) => b.value - a.value);
  const [widest] = links
    .filter(
      ({ source, target }) =>
        entries[target]?.layer === 2 && named(entries[source]) && named(entries[target]),
    )
    .toSorted((a, b) => b.value - a.value);
  const [major, department] = [entries[widest?.source ?? -1], entries[widest?.target ?? -1]];
  if (total < SMALL_N || !largest || !widest || !major || !department) return null;
  return {
    school: largest.label,
    hires: largest.value,
    total,
    major: major.label,
    department: department.label,
    band: widest.value,
  };
}
