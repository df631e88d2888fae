import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Mapping } from '../domain/records/import-shapes.ts';
import type { Kind } from '../domain/records/kinds.ts';
import { PROJECT_ROOT } from './config.ts';
import type { Imports } from './import/create-imports.ts';
import { commitAndWait, prepareFile } from './import/import-file.ts';
import { readTerms } from './import/read-terms.ts';

const DEMO_FOLDER = join(PROJECT_ROOT, 'data/demo');

/** The day the demo data is of; its files of hires include the people who left. */
const MAPPINGS = {
  schools: { columns: {}, constants: {} },
  majors: { columns: {}, constants: {} },
  hires: { columns: {}, constants: {}, asOf: '2026-09-30', includesLeavers: true },
  cohorts: { columns: {}, constants: {} },
  plans: { columns: {}, constants: {} },
  cooperation: { columns: {}, constants: {} },
} as const satisfies Partial<Record<Kind, Mapping>>;

/**
 * Fills an empty database with the synthetic demo data, by the same verbs that any import goes through.
 * @throws Error where a row of the demo data is rejected.
 */
export async function seedDemo({ imports }: { readonly imports: Imports }): Promise<void> {
  const files = (await readdir(DEMO_FOLDER)).toSorted();
  const hires = files.filter((file) => /^hires.*\.csv$/.test(file));
  await importDemo(imports, 'schools', 'schools.csv');
  await importDemo(imports, 'majors', 'majors.csv');
  for (const file of hires) await importDemo(imports, 'hires', file);
  for (const kind of ['cohorts', 'plans', 'cooperation'] as const)
    await importDemo(imports, kind, `${kind}.csv`);
  await imports.setTerms(await readTerms(join(DEMO_FOLDER, 'terms.csv')));
}

async function importDemo(
  imports: Imports,
  kind: keyof typeof MAPPINGS,
  file: string,
): Promise<void> {
  const { id, summary } = await prepareFile(imports, {
    kind,
    path: join(DEMO_FOLDER, file),
    mapping: MAPPINGS[kind],
    newNames: false,
    createdBy: null,
  });
  if (summary.invalid > 0) {
    const [example] = summary.examples.filter(({ line }) => line !== null);
    throw new Error(
      `${file}: ${summary.invalid} rows are rejected, such as ${JSON.stringify(example)}`,
    );
  }
  const { status, error } = await commitAndWait(imports, id, false);
  if (status !== 'committed') throw new Error(`${file}: ${error?.refusal ?? status}`);
}
