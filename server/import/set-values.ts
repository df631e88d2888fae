import { today } from '../../domain/dates.ts';
import type { ChoiceOfValues, Summary } from '../../domain/records/import-shapes.ts';
import { withChosen } from './chosen-values.ts';
import { importIn, type ImportsContext } from './context.ts';
import { makePlan } from './plan.ts';
import { refusal } from './refusal.ts';
import { runValidation } from './run-validation.ts';

/**
 * Says what values of a file mean that none of those their column may have, on top of what was said before, and
 * answers the new summary.
 * @throws AppError `invalid_input` for a field that may have any value, and for a value that it cannot have.
 */
export async function setValues(
  context: ImportsContext,
  id: number,
  values: ChoiceOfValues,
): Promise<Summary> {
  const entry = importIn(context, id, ['validated', 'failed'], 'values');
  if (entry.mapping === null) throw refusal('map_first');
  const mapping = { ...entry.mapping, values: withChosen(entry.mapping.values ?? {}, values) };
  makePlan(entry.kind, entry.columns, mapping, entry.reading, today());
  return runValidation(context, id, { mapping });
}
