import { execFileSync } from 'node:child_process';
import { PROJECT_ROOT } from '../../server/config.ts';

/** Builds what is tested, where it is not built yet, and lets everything that tests start run its threads from there. */
export function setup(): void {
  const build = ['--import', 'tsx', 'server/cli/build-if-stale.ts'];
  execFileSync(process.execPath, build, { cwd: PROJECT_ROOT, stdio: 'inherit' });
  process.env['BUILT_THREADS'] = '1';
}
