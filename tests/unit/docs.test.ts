import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { PROJECT_ROOT } from '../../server/config.ts';
import { columnsPage } from '../../server/cli/columns-page.ts';
import { metricsPage } from '../../server/cli/metrics-page.ts';

const page = (name: string): string => readFileSync(`${PROJECT_ROOT}docs/${name}`, 'utf8');

describe('the generated pages', () => {
  it('docs/metrics.md is what the registry says; otherwise run "npm run docs"', () => {
    expect(page('metrics.md')).toBe(metricsPage());
  });

  it('docs/columns.md is what the tables of columns say; otherwise run "npm run docs"', () => {
    expect(page('columns.md')).toBe(columnsPage());
  });
});

describe('the README', () => {
  it('has exactly two set-up commands', () => {
    const commands = page('../README.md').match(/^npm ci.*$/gm);
    expect(commands).toEqual(['npm ci && npm start', 'npm ci && npm test']);
  });
});
