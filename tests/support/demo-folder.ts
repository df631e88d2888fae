import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The variable that names a folder for the whole run, in which demo databases lie to be copied. */
export const DEMO_FOLDER = 'TALENTBRIDGE_TEST_DEMOS';

/** Makes the folder, named to every process that tests start. What ends the run removes it. */
export function setup(): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'talentbridge-demos-'));
  process.env[DEMO_FOLDER] = folder;
  return () => rmSync(folder, { recursive: true, force: true });
}
