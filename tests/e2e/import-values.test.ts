import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeInBrowser, launchBrowser } from '../support/browser.ts';
import { startServer, type RunningServer } from '../support/server.ts';

const HEADER = 'candidate_id,school,major,degree,graduation_year,hired_on,major_match';
const rowsOf = (mark: string) =>
  ['Vordiplom', 'Vordiplom', 'Licence', 'bachelor'].map(
    (degree, index) =>
      `${mark}-${index},岚栖理工大学,化学工程与工艺,${degree},2026,2026-07-01,${index === 3 ? 'stimmt' : 'yes'}`,
  );

describeInBrowser('values of a file that their field cannot have', () => {
  let server: RunningServer;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    server = await startServer();
    browser = await launchBrowser();
    const headers = { storageState: server.session };
    page = await (await browser.newContext({ ...headers, locale: 'en-US' })).newPage();
  });
  afterAll(async () => {
    await browser.close();
    await server.stop();
  });

  async function check(mark: string): Promise<void> {
    await page.goto(`${server.url}/import`);
    const text = `${[HEADER, ...rowsOf(mark)].join('\n')}\n`;
    const file = { name: `${mark}.csv`, mimeType: 'text/csv', buffer: Buffer.from(text) };
    await page.locator('input[type=file]').setInputFiles(file);
    await page.getByRole('button', { name: 'Check the file' }).click();
    await page.getByRole('table', { name: 'What would become of the rows' }).waitFor();
  }

  async function choose(value: string, meaning: string): Promise<void> {
    await page.getByRole('combobox', { name: `What “${value}” means` }).click();
    await page.getByRole('option', { name: meaning, exact: true }).click();
  }

  async function stored(mark: string): Promise<string[]> {
    const response = await server.fetch(`/api/records?search=${mark}-&limit=50`);
    const { rows }: { rows: { degree: string | null }[] } = JSON.parse(await response.text());
    return rows.map(({ degree }) => degree ?? '').toSorted();
  }

  it('are settled with one answer for all their rows, which is remembered', async () => {
    await check('VAL');
    await choose('Vordiplom', 'Bachelor');
    await choose('stimmt', 'Yes');
    await page.getByText('Values were answered but not saved').waitFor();
    await page.getByRole('button', { name: 'Save these answers and check again' }).click();
    await page.getByText('answered before').first().waitFor();
    expect(await page.getByText('Licence').count()).toBeGreaterThan(0);
    await page.getByRole('button', { name: 'Commit 4 new or changed rows' }).click();
    await expect
      .poll(() => stored('VAL'), { timeout: 30_000 })
      .toEqual(['bachelor', 'bachelor', 'bachelor', 'other']);

    await check('NEXT');
    const chosen = page.getByRole('combobox', { name: 'What “Vordiplom” means' });
    expect(await chosen.inputValue()).toBe('Bachelor');
    // What is chosen again is taken back.
    await choose('Vordiplom', 'Bachelor');
    await page.getByRole('button', { name: 'Save these answers and check again' }).click();
    await expect.poll(async () => chosen.inputValue()).toBe('');
    await page.getByRole('button', { name: 'Commit 4 new or changed rows' }).waitFor();
  }, 120_000);
});
