import { rm } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { isKind, KIND_IDS, type Kind } from '../../domain/records/kinds.ts';
import type { ImportOwner, ImportRecord } from '../store/import-ports.ts';
import { retryWhileBusy } from '../store/sqlite/retry.ts';
import { changeImport, getImport, type ImportsContext } from './context.ts';
import { rememberedMapping } from './mapping-memory.ts';
import { saysOwnSchool } from './owned.ts';
import { refusal } from './refusal.ts';
import { runInspection } from './run-inspection.ts';
import { storeUpload } from './store-upload.ts';
import { removeSheets } from './xlsx-path.ts';

export interface Upload {
  readonly kind: string;
  /** As the person named it; only for show. */
  readonly fileName: string;
  readonly content: Readable;
  readonly createdBy: string | null;
  /** Whom its rows may speak of, where somebody of a school uploads it. */
  readonly owner?: ImportOwner | null;
}

/** A kind by its name. Throws `invalid_input` that names the kinds there are. */
export function kindOf(kind: string): Kind {
  if (isKind(kind)) return kind;
  throw refusal('unknown_kind', { kind, known: KIND_IDS.join(', ') });
}

/**
 * Stores a file and finds out what it is; a draft stands for it. A file that is refused is not recorded.
 * @throws AppError `invalid_input`, `too_large`, `not_a_table` or `unusable`.
 */
export async function upload(context: ImportsContext, file: Upload): Promise<ImportRecord> {
  const kind = kindOf(file.kind);
  const filePath = await storeUpload(context.uploadsFolder, file.content, (name, bytes, state) =>
    context.jobs.tell({ filePath: name, kind, bytes, state }),
  );
  try {
    const { owner = null } = file;
    const { reading, columns, rows } = await runInspection(context, filePath, kind, {}, owner);
    const { fileName, createdBy } = file;
    const entry = { kind, fileName, filePath, createdBy, owner, reading, columns, rows };
    const id = await retryWhileBusy(() => context.store.log.create(entry));
    const headers = columns.map(({ header }) => header);
    const remembered = rememberedMapping(context.store.log, kind, headers, owner);
    const fields = columns.map(({ field }) => field);
    const said = remembered ?? { columns: {}, constants: {} };
    const mapping = saysOwnSchool(context.store, owner, said, fields);
    if (remembered !== null || owner !== null) await changeImport(context, id, { mapping });
    return getImport(context, id);
  } catch (error) {
    const path = context.pathOf(filePath);
    await Promise.all([rm(path, { force: true }), removeSheets(path)]);
    throw error;
  }
}
