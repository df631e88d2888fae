import type { KeptSide } from '../../../domain/directory/directories.ts';
import { openDirectory, type DirectoryKeeping } from '../../../server/directory/open-directory.ts';
import type { DirectoryKind, ImportRecord } from '../../../server/store/import-ports.ts';
import type { MergeRecord } from '../../../server/store/directory-ports.ts';
import { openWorkbench, type Workbench } from '../import/workbench.ts';

/** A workbench whose directory can be kept, too. */
export interface DirectoryBench extends Workbench {
  readonly keeping: DirectoryKeeping;
  /** The id of an entry by its name. */
  idOf(name: string, kind?: DirectoryKind): number;
  merge(from: string, into: string, keep?: KeptSide | null): Promise<MergeRecord>;
  mergeMajors(from: string, into: string, keep?: KeptSide | null): Promise<MergeRecord>;
  /** Imports hires: a line is `id,school,college,major,department`. New names are new entries. */
  hires(...lines: string[]): Promise<ImportRecord>;
}

export async function openDirectoryBench(): Promise<DirectoryBench> {
  const bench = await openWorkbench();
  const keeping = openDirectory(bench.databasePath);
  const idOf = (name: string, kind: DirectoryKind = 'school'): number => {
    const found = keeping.entries(kind).find((entry) => entry.name === name);
    if (found === undefined) throw new Error(`There is no ${kind} ${name}`);
    return found.id;
  };
  const merge = (kind: DirectoryKind, from: string, into: string, keep: KeptSide | null) =>
    keeping.merge({ kind, from: idOf(from, kind), into: idOf(into, kind), keep }, null);
  return {
    ...bench,
    keeping,
    idOf,
    merge: (from, into, keep = null) => merge('school', from, into, keep),
    mergeMajors: (from, into, keep = null) => merge('major', from, into, keep),
    hires: (...lines) => {
      const rows = lines.map((line) => `${line},2023,2023-07-01`);
      const header = 'candidate_id,school,college,major,department,graduation_year,hired_on';
      return bench.run(`${[header, ...rows].join('\n')}\n`, { newNames: true });
    },
    close: async () => {
      keeping.close();
      await bench.close();
    },
  };
}
