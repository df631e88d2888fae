import type { Day } from '../../../domain/dates.ts';
import { CENSORING_LEAVE_TYPES } from '../../../domain/records/enumerations.ts';
import { KNOWN } from '../../../domain/records/hire.ts';
import { and, DAYS_FROM_30_JUNE, knows, YEAR_END } from './sql-parts.ts';

/** The named conditions that what is asked of hires is written in, for one as-of day. */
export function conditions(asOf: Day) {
  const followed = `min(h.followed_to, ${asOf})`;
  const undatedLeaver = `h.leave_type IS NOT NULL AND h.left_on IS NULL AND (h.hired_on IS NULL OR h.hired_on <= ${asOf})`;
  const counted = `(h.known & ${KNOWN.roster}) = 0`;
  const hired = `(h.hired_on <= ${asOf} OR (h.hired_on IS NULL AND (
    h.stage = 'hired' OR h.left_on <= ${asOf} OR h.promoted_on <= ${asOf} OR (${undatedLeaver}))))`;
  const interned = `coalesce(h.interned_from, h.interned_to) <= ${asOf}`;
  const accepted = `h.accepted_on <= ${asOf}`;
  const offered = `h.offered_on <= ${asOf}`;
  const left = `h.left_on <= ${followed}`;
  const gone = `(${left} OR (${undatedLeaver}))`;
  const censored = `(${left} AND coalesce(h.leave_type, '') IN (${CENSORING_LEAVE_TYPES.map((type) => `'${type}'`).join(', ')}))`;
  const seasonAcceptance = and(
    counted,
    knows(KNOWN.accepted, KNOWN.hired),
    accepted,
    `h.accepted_on <= ${YEAR_END}`,
  );
  const eligibleIntern = and(
    counted,
    knows(KNOWN.interned, KNOWN.offered),
    `h.interned_from <= ${asOf}`,
    `h.interned_to <= ${followed}`,
    'h.offered_on IS NULL OR h.interned_from < h.offered_on',
    `${YEAR_END} - ${DAYS_FROM_30_JUNE} <= ${followed}`,
  );
  return {
    followed,
    undatedLeaver,
    counted,
    hired,
    hire: and(counted, hired),
    interned,
    accepted,
    offered,
    left,
    gone,
    censored,
    /** Days from the start for which a tenure was watched: to the end of follow-up, or until it was censored. */
    watched: `(CASE WHEN ${censored} THEN h.left_on ELSE ${followed} END - h.hired_on)`,
    matureAcceptance: and(seasonAcceptance, `${YEAR_END} <= ${followed}`),
    openAcceptance: and(seasonAcceptance, `${YEAR_END} > ${followed}`),
    eligibleIntern,
    /** Rows of the tenure metrics. */
    tenured: and(counted, knows(KNOWN.left), `h.hired_on <= ${followed}`, `NOT (${undatedLeaver})`),
    promotable: and(counted, knows(KNOWN.promoted), `h.hired_on <= ${followed}`),
  };
}
