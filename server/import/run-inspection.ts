import { z } from 'zod';
import {
  fileColumnSchema,
  readingSchema,
  type Reading,
} from '../../domain/records/import-shapes.ts';
import type { Kind } from '../../domain/records/kinds.ts';
import type { ImportsContext } from './context.ts';

const inspectionSchema = z.object({
  reading: readingSchema,
  columns: z.array(fileColumnSchema),
  rows: z.number(),
});

/** Has the worker inspect a stored file; what `reading` names overrides what the file suggests. */
export async function runInspection(
  { jobs }: ImportsContext,
  filePath: string,
  kind: Kind,
  reading: Partial<Reading>,
): Promise<z.infer<typeof inspectionSchema>> {
  return inspectionSchema.parse(await jobs.run({ task: 'inspect', filePath, kind, reading }));
}
