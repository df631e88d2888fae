import type { YearRange } from '../../domain/filters.ts';
import { z } from 'zod';
import { isMetricId, type MetricId } from '../../domain/metrics/registry.ts';
import type { KeyValue } from '../store/ports.ts';
import { CUTS, type CutId } from './cuts.ts';

/** Where a person stands in the tables of a release. */
export interface Place {
  readonly school: number;
  readonly college: number | null;
  readonly major: number;
  readonly year: number;
  readonly degree: string | null;
}

/** Whose figure it is: of a school, of a college, or of all schools but one. */
export interface Holder {
  readonly kind: 'school' | 'college' | 'partners';
  readonly id: number;
}

/** The people of one figure. */
export interface CellPeople {
  readonly holder: Holder;
  readonly cut: CutId;
  readonly value: KeyValue;
  readonly years: YearRange | null;
}

/** The same for the same figure in every release, as long as its school, college or major has its id. */
export function cellId(metric: MetricId, { holder, cut, value }: CellPeople): string {
  return JSON.stringify([metric, holder.kind, holder.id, cut, value]);
}

/** The metric in the id of a figure. */
export function metricOfCell(id: string): MetricId {
  const [name]: unknown[] = z.array(z.unknown()).parse(JSON.parse(id));
  if (typeof name !== 'string' || !isMetricId(name)) throw new RangeError(`${id} is no figure`);
  return name;
}

/** Whether a person is one of those a figure speaks of, if the figure counts that person at all. */
export function isIn(place: Place, { holder, cut, value, years }: CellPeople): boolean {
  const isHeld =
    holder.kind === 'college'
      ? place.college === holder.id
      : (place.school === holder.id) === (holder.kind === 'school');
  const { dimension } = CUTS[cut];
  return (
    isHeld &&
    (years === null || (place.year >= years.from && place.year <= years.to)) &&
    (dimension === null || place[dimension] === value)
  );
}
