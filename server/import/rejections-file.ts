import { createReadStream } from 'node:fs';
import { open, rename } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { ISSUE_CODES } from '../../domain/records/issues.ts';
import type { Rejection } from './tally.ts';

const rejectionSchema = z.object({
  row: z.number(),
  issues: z.array(
    z.object({
      code: z.enum(ISSUE_CODES),
      params: z.record(z.string(), z.union([z.string(), z.number()])),
      column: z.string().nullable(),
      suggestion: z.string().nullable(),
    }),
  ),
});

/** Where the rejected rows of an uploaded file are noted: beside it. */
export function rejectionsPath(filePath: string): string {
  return `${filePath}.rejected`;
}

/** Notes the rejected rows of a file, one JSON a line, in the order of the file. */
export async function writeRejections(
  filePath: string,
  rejections: readonly Rejection[],
): Promise<void> {
  const path = rejectionsPath(filePath);
  const unfinished = `${path}.new`;
  const file = await open(unfinished, 'w');
  try {
    for (const { row, issues } of rejections) {
      const noted = issues.map(({ code, params, column, suggestion }) => ({
        code,
        params,
        column,
        suggestion,
      }));
      await file.write(`${JSON.stringify({ row, issues: noted })}\n`);
    }
  } finally {
    await file.close();
  }
  // An attempt that is stopped leaves the list of the one before.
  await rename(unfinished, path);
}

/** Reads what was noted, row by row. */
export async function* readRejections(
  filePath: string,
): AsyncGenerator<z.infer<typeof rejectionSchema>> {
  const input = createReadStream(rejectionsPath(filePath), 'utf8');
  for await (const line of createInterface({ input, crlfDelay: Infinity })) {
    yield rejectionSchema.parse(JSON.parse(line));
  }
}
