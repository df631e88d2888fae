import { isoFromDay, type Day } from '../../domain/dates.ts';
import { AppError } from '../../domain/errors.ts';
import type { State } from '../store/ports.ts';

/**
 * The as-of day of a question: the one asked for, or the usual one.
 * @throws AppError `invalid_input` where a later day is asked for than the data knows.
 */
export function resolveAsOf(asked: Day | undefined, known: Pick<State, 'asOf' | 'usualAsOf'>): Day {
  if (asked === undefined) return known.usualAsOf;
  if (asked <= known.asOf) return asked;
  throw new AppError(
    'invalid_input',
    `asOf ${isoFromDay(asked)} lies after the data, which is known up to ${isoFromDay(known.asOf)}. Ask for that day or an earlier one.`,
  );
}
