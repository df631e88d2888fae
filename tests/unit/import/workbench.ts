import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import type { Mapping, Summary } from '../../../domain/records/import-shapes.ts';
import { openAudit, type Audit } from '../../../server/audit/open-audit.ts';
import { createImports, type Imports } from '../../../server/import/create-imports.ts';
import type { ImportRecord } from '../../../server/store/import-ports.ts';
import { openForReading } from '../../../server/store/sqlite/open.ts';
import { openStore } from '../../../server/store/sqlite/store.ts';
import { contentHash } from '../../support/content-hash.ts';

export interface ImportOptions {
  readonly kind?: string;
  readonly mapping?: Partial<Mapping>;
  /** Whether every unknown name is a new entry. */
  readonly newNames?: boolean;
  readonly skipInvalid?: boolean;
}

/** A real database and importing on it, in a temporary folder. */
export interface Workbench {
  readonly imports: Imports;
  readonly audit: Audit;
  readonly databasePath: string;
  readonly folder: string;
  upload(text: string | Buffer, kind?: string): Promise<ImportRecord>;
  /** Uploads and maps. */
  validate(text: string, options?: ImportOptions): Promise<{ id: number; summary: Summary }>;
  /** Uploads, maps and commits. */
  run(text: string, options?: ImportOptions): Promise<ImportRecord>;
  rows(sql: string): Record<string, unknown>[];
  /** A hash of everything that imports change, but not of their list. */
  contentHash(): string;
  close(): Promise<void>;
}

export const EVERYTHING: Mapping = { columns: {}, constants: {}, includesLeavers: true };

export async function openWorkbench(): Promise<Workbench> {
  const folder = mkdtempSync(join(tmpdir(), 'talentbridge-'));
  const databasePath = join(folder, 'test.db');
  (await openStore(databasePath)).close();
  const imports = createImports({ databasePath, uploadsFolder: join(folder, 'uploads') });
  const audit = openAudit(databasePath);

  const upload = (text: string | Buffer, kind = 'hires') =>
    imports.upload({
      kind,
      fileName: 'file.csv',
      content: Readable.from([Buffer.from(text)]),
      createdBy: null,
    });

  const validate = async (text: string, options: ImportOptions = {}) => {
    const { id } = await upload(text, options.kind);
    let summary = await imports.setMapping(id, { ...EVERYTHING, ...options.mapping });
    const { school, major } = summary.unresolved;
    if (options.newNames === true && school.length + major.length > 0) {
      const asNew = (names: { name: string }[]) =>
        Object.fromEntries(names.map(({ name }) => [name, 'new' as const]));
      summary = await imports.setNames(id, { school: asNew(school), major: asNew(major) });
    }
    return { id, summary };
  };

  return {
    imports,
    audit,
    databasePath,
    folder,
    upload,
    validate,
    run: async (text, options = {}) => {
      const { id } = await validate(text, options);
      await (
        await imports.startCommit(id, options.skipInvalid ?? false)
      ).end;
      const done = imports.get(id);
      if (done.status !== 'committed') throw new Error(done.error?.refusal ?? done.status);
      return done;
    },
    rows: (sql) => {
      const connection = openForReading(databasePath);
      try {
        return connection.prepare<[], Record<string, unknown>>(sql).all();
      } finally {
        connection.close();
      }
    },
    contentHash: () => contentHash(databasePath),
    close: async () => {
      await imports.close();
      audit.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
