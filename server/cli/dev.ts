import { spawn } from 'node:child_process';
import { PROJECT_ROOT } from '../config.ts';

/** The API server, restarted on change, and Vite's server for the client; both end together. */
const children = [
  spawn(process.execPath, ['--watch', '--import', 'tsx', 'server/main.ts'], {
    cwd: PROJECT_ROOT,
    stdio: 'inherit',
  }),
  spawn(process.execPath, ['node_modules/vite/bin/vite.js'], {
    cwd: PROJECT_ROOT,
    stdio: 'inherit',
  }),
];

function stop(): void {
  for (const child of children) child.kill();
}

for (const child of children) child.on('exit', stop);
process.on('SIGINT', stop);
process.on('SIGTERM', stop);
