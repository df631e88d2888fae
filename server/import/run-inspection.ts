import { z } from 'zod';
import {
  fileColumnSchema,
  readingSchema,
  type Reading,
} from '../../domain/records/import-shapes.ts';
import type { Kind } from '../../domain/records/kinds.ts';
import type { ImportOwner } from '../store/import-ports.ts';
import type { ImportsContext } from './context.ts';
import { rememberedMapping, withMemory } from './mapping-memory.ts';

const inspectionSchema = z.object({
  reading: readingSchema,
  columns: z.array(fileColumnSchema),
  rows: z.number(),
});

/**
 * Has the worker inspect a stored file; what `reading` names overrides what the file suggests. Headers that were
 * mapped before suggest what was said then.
 */
export async function runInspection(
  { jobs, store }: ImportsContext,
  filePath: string,
  kind: Kind,
  reading: Partial<Reading>,
  owner: ImportOwner | null,
): Promise<z.infer<typeof inspectionSchema>> {
  const found = inspectionSchema.parse(
    await jobs.run({ task: 'inspect', filePath, kind, reading }),
  );
  const headers = found.columns.map(({ header }) => header);
  return {
    ...found,
    columns: withMemory(found.columns, rememberedMapping(store.log, kind, headers, owner)),
  };
}
