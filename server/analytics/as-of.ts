import { isoFromDay, type Day } from '../../domain/dates.ts';
import { AppError } from '../../domain/errors.ts';

/**
 * The as-of day of a question: the one asked for, or the data's own.
 * @throws AppError `invalid_input` where a later day is asked for than the data knows.
 */
export function resolveAsOf(asked: Day | undefined, known: Day): Day {
  if (asked === undefined) return known;
  if (asked <= known) return asked;
  throw new AppError(
    'invalid_input',
    `asOf ${isoFromDay(asked)} lies after the data, which is known up to ${isoFromDay(known)}. Ask for that day or an earlier one.`,
  );
}
