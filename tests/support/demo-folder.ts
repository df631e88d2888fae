import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  export interface ProvidedContext {
    /** A folder for the whole run, in which demo databases lie to be copied. */
    demoFolder: string;
  }
}

const folder = mkdtempSync(join(tmpdir(), 'talentbridge-demos-'));

/** Tells every test file of the folder, before the first one. */
export function setup(project: TestProject): void {
  project.provide('demoFolder', folder);
}

/** Removes the folder after the last one. */
export function teardown(): void {
  rmSync(folder, { recursive: true, force: true });
}
