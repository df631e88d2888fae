import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { PROJECT_ROOT } from '../../server/config.ts';

const assets = join(PROJECT_ROOT, 'dist/client/assets');

test('pages that are built for tests are what people get: React without its checks for developers', () => {
  const scripts = readdirSync(assets).filter((name) => name.endsWith('.js'));
  expect(scripts.length).toBeGreaterThan(10);
  const meantForDevelopers = scripts.filter((name) =>
    readFileSync(join(assets, name), 'utf8').includes('React DevTools'),
  );
  expect(meantForDevelopers).toEqual([]);
});
