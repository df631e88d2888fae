import { today } from '../../domain/dates.ts';
import type { Mapping, Summary } from '../../domain/records/import-shapes.ts';
import { importIn, type ImportsContext } from './context.ts';
import { rememberedMapping, sayAsBefore } from './mapping-memory.ts';
import { mapColumns } from './map-columns.ts';
import { saysOwnSchool } from './owned.ts';
import { makePlan } from './plan.ts';
import { runValidation } from './run-validation.ts';

/**
 * Says what the columns of a file mean, and answers what committing it would do.
 * @throws AppError `invalid_input` that names the header, field or value; `conflict` once it is committed.
 */
export async function setMapping(
  context: ImportsContext,
  id: number,
  mapping: Mapping,
): Promise<Summary> {
  const entry = importIn(context, id, ['draft', 'validated', 'failed'], 'map');
  const headers = entry.columns.map(({ header }) => header);
  const remembered = rememberedMapping(context.store.log, entry.kind, headers, entry.owner);
  const values = mapping.values ?? entry.mapping?.values ?? {};
  const said = { ...sayAsBefore(mapping, remembered), values };
  const fields = mapColumns(entry.kind, entry.columns, said).map(({ field }) => field);
  const whole = saysOwnSchool(context.store, entry.owner, said, fields);
  makePlan(entry.kind, entry.columns, whole, entry.reading, today());
  return runValidation(context, id, { mapping: whole });
}
