import type { Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { describeInBrowser } from '../support/browser.ts';
import { itIsChinese, itLooksRight, usePageSuite } from './page-suite.ts';

/** The first draft of the demo takes the server some time; it remembers it. */
const PATIENCE = 240_000;

describeInBrowser('the Releases page', () => {
  const suite = usePageSuite(async (page: Page) => {
    await page.locator('.part-choice').waitFor({ timeout: PATIENCE });
  });

  beforeAll(async () => {
    const page = await suite.open('/releases');
    await page.context().close();
  }, PATIENCE);

  const paths = ['/releases?part=1&metric=retention_12m', '/releases?part=5&metric=hires'];
  itLooksRight(suite, paths);
  itIsChinese(suite, paths, /Talentbridge|English|\bn \d+|HR|CNY/g);

  /** Searches for a college and chooses it, with the keyboard alone; then chooses a metric. */
  async function choosePart(page: Page): Promise<void> {
    await page.getByRole('combobox', { name: 'School or college' }).focus();
    await page.keyboard.type('Lanqi University of Technology · School of Materials');
    await page.getByRole('option').first().waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect.poll(() => new URL(page.url()).searchParams.get('part')).toMatch(/^1-\d+$/);
    await page.getByRole('combobox', { name: 'Metric' }).click();
    await page.getByRole('option', { name: 'Job matches major' }).click();
  }

  it(
    'shows what each dean would see, what is withheld and why, publishes it once, and withdraws it',
    async () => {
      const page = await suite.open('/releases');
      await page.getByText('Nothing has been published yet.', { exact: true }).waitFor();

      await choosePart(page);
      const years = page.getByRole('table', { name: 'Job matches major · Graduation year' });
      await years.getByText('Withheld').first().waitFor();
      expect(await years.innerText()).toMatch(/Too few people|give a few people away/);
      await page.reload();
      await years.waitFor({ timeout: PATIENCE });

      await page.getByRole('button', { name: 'Publish', exact: true }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByText(/A release is never changed/).waitFor();
      await dialog.getByRole('button', { name: 'Publish', exact: true }).click();
      await dialog.waitFor({ state: 'detached', timeout: PATIENCE });
      const list = page.getByRole('table', { name: 'Releases so far' });
      await list.getByText('Read by deans').waitFor();
      const { releases, possibleFrom } = await suite.api('releases');
      expect(releases).toHaveLength(1);
      expect(possibleFrom).toMatch(/^\d{4}-\d\d-\d\d$/);
      const publish = page.getByRole('button', { name: 'Publish', exact: true });
      await expect.poll(() => publish.isDisabled()).toBe(true);
      await page.getByText(/The next release is possible from/).waitFor();

      // What was published is what the table showed.
      const { part } = Object.fromEntries(new URL(page.url()).searchParams);
      const [school, college] = (part ?? '').split('-');
      const published = await suite.api(`release?school=${school}&college=${college}`);
      const table = published.tables.find(
        (one: { metric: string; by: string[] }) =>
          one.metric === 'major_match_rate' && one.by.join() === 'year',
      );
      const rows = await years.locator('tbody tr').allInnerTexts();
      expect(rows).toHaveLength(table.rows.length);
      for (const [index, { own }] of table.rows.entries()) {
        if (own.status !== 'banded') continue;
        expect(rows[index]).toContain(`${own.low * 100}%–${own.high * 100}% n ${own.n}`);
      }

      await page.getByRole('button', { name: 'Withdraw release 1' }).click();
      await dialog.getByRole('button', { name: 'Withdraw', exact: true }).click();
      await list.getByText(/^Withdrawn /).waitFor();
      expect((await suite.api('releases')).releases[0].current).toBe(false);

      // What it said can still be looked at.
      await list.getByRole('link', { name: 'No. 1' }).click();
      await page.getByRole('heading', { name: 'What does release 1 say?' }).waitFor();
      await choosePart(page);
      await years.getByText('Withheld').first().waitFor();
      expect(await years.locator('tbody tr').allInnerTexts()).toEqual(rows);
      await page.context().close();
    },
    2 * PATIENCE,
  );
});
