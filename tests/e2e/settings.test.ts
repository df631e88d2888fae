import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { axeViolations } from '../support/axe-check.ts';
import { describeInBrowser, launchBrowser } from '../support/browser.ts';
import { expectToFit, LOOKS, WIDE } from '../support/looks.ts';
import { startServer, type RunningServer } from '../support/server.ts';

/** A second name of a school of the demo data, with two hires of its own. */
const TWIN = 'Lanqi Univ. of Technology';
const KNOWN = 'Lanqi University of Technology';
const HIRES = `candidate_id,school,major,graduation_year,hired_on
MERGE-1,${TWIN},机械工程,2025,2025-07-01
MERGE-2,${TWIN},机械工程,2025,2025-07-02
`;
const COHORTS = `school,major,degree,graduation_year,counted_on,graduates
${TWIN},机械工程,bachelor,2008,2008-08-31,120
${KNOWN},机械工程,bachelor,2008,2008-08-31,110
`;

describeInBrowser('the Settings page', () => {
  let server: RunningServer;
  let browser: Browser;
  const errors: string[] = [];

  beforeAll(async () => {
    server = await startServer();
    browser = await launchBrowser();
    await importFile('hires', HIRES);
    await importFile('cohorts', COHORTS);
  });
  afterAll(async () => {
    await browser.close();
    await server.stop();
  });

  async function send(method: string, path: string, body: unknown) {
    const response = await server.fetch(path, {
      method,
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
    const answer: ReturnType<typeof JSON.parse> = await response.json();
    expect(response.ok, JSON.stringify(answer)).toBe(true);
    return answer;
  }

  async function importFile(kind: string, text: string): Promise<void> {
    const form = new FormData();
    form.append('file', new Blob([text]), `${kind}.csv`);
    const response = await server.fetch(`/api/imports?kind=${kind}`, {
      method: 'POST',
      body: form,
    });
    const { id }: { id: number } = JSON.parse(await response.text());
    const path = `/api/imports/${id}`;
    const mapping = { columns: {}, constants: {}, includesLeavers: true };
    const { unresolved } = await send('PUT', `${path}/mapping`, mapping);
    if (unresolved.school.length > 0) {
      await send('PUT', `${path}/names`, { school: { [TWIN]: 'new' }, major: {} });
    }
    await send('POST', `${path}/commit`, {});
    const events = await (await server.fetch(`${path}/events`)).text();
    expect(events).toContain('event: done');
  }

  async function open(path: string, options: BrowserContextOptions = {}): Promise<Page> {
    const context = await browser.newContext({
      storageState: server.session,
      viewport: WIDE,
      locale: 'en-US',
      ...options,
    });
    const page = await context.newPage();
    page.on('pageerror', (error) => errors.push(error.message));
    await page.goto(server.url + path);
    return page;
  }

  /** Hires of a school as the Overview's table shows them; null where it does not list it. */
  async function hiresOnOverview(page: Page, school: string): Promise<string | null> {
    await page.getByRole('navigation').getByRole('link', { name: 'Overview' }).click();
    const table = page.locator('.schools-table');
    await table.waitFor();
    await page.locator('[aria-busy="true"]').first().waitFor({ state: 'detached' });
    await page.locator('.panel-data.stale').first().waitFor({ state: 'detached' });
    const all = page.getByRole('button', { name: /Show all \d+ schools/ });
    if (await all.isVisible()) await all.click();
    const row = table.locator('tbody tr').filter({ has: page.getByText(school, { exact: true }) });
    if ((await row.count()) === 0) return null;
    return row.locator('td').first().innerText();
  }

  const toSettings = (page: Page) =>
    page.getByRole('navigation').getByRole('link', { name: 'Settings' }).click();

  it('merges two schools that turn out to be one, and makes them two again', async () => {
    const page = await open('/');
    const known = Number((await hiresOnOverview(page, KNOWN))?.replaceAll(',', ''));
    expect(known).toBeGreaterThan(100);
    expect(await hiresOnOverview(page, TWIN)).toBe('2');

    await toSettings(page);
    const schools = page.getByRole('region', { name: 'Schools' });
    await schools.getByRole('searchbox').fill('lanqi univ.');
    await schools.getByRole('row', { name: TWIN }).waitFor();
    expect(await schools.getByRole('row').count()).toBe(3);
    await schools.getByRole('button', { name: `Merge ${TWIN}`, exact: true }).click();

    // With the keyboard alone: the school is searched for and chosen.
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('combobox').focus();
    await page.keyboard.type('岚栖');
    await page.getByRole('option', { name: KNOWN }).waitFor();
    await page.keyboard.press('Enter');
    await dialog.getByText(`To ${KNOWN} go – Hires: 2.`).waitFor();

    const run = dialog.getByRole('button', { name: 'Merge', exact: true });
    expect(await run.isDisabled()).toBe(true);
    await dialog.getByRole('row', { name: /Graduates 110 120/ }).waitFor();
    await dialog.getByLabel(TWIN, { exact: true }).check();
    await dialog.getByText('Hires: 2, Cohorts: 1').waitFor();
    await run.click();
    await dialog.waitFor({ state: 'detached' });
    const merges = page.getByRole('region', { name: 'Merges so far' });
    await merges.getByText(`School ${TWIN} into ${KNOWN}`).waitFor();
    await schools.getByRole('row', { name: KNOWN }).getByText(TWIN).waitFor();

    await expect.poll(() => hiresOnOverview(page, TWIN)).toBeNull();
    expect(await hiresOnOverview(page, KNOWN)).toBe((known + 2).toLocaleString('en-US'));

    await toSettings(page);
    await page.getByRole('button', { name: `Undo the merge of ${TWIN} into ${KNOWN}` }).click();
    await dialog.getByRole('button', { name: 'Undo the merge' }).click();
    await merges.getByText(/^Undone /).waitFor();
    await expect.poll(() => hiresOnOverview(page, TWIN)).toBe('2');
    expect(await hiresOnOverview(page, KNOWN)).toBe(known.toLocaleString('en-US'));
    await page.context().close();
  });

  it('edits an entry and its aliases, and says what cannot be', async () => {
    const page = await open('/settings');
    const majors = page.getByRole('region', { name: 'Majors' });
    await majors.getByRole('searchbox').fill('Polymer');
    await majors.getByRole('button', { name: /^Edit Polymer/ }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('A further name').fill('Macromolecules');
    await page.keyboard.press('Enter');
    await dialog.getByRole('button', { name: 'Remove the name Macromolecules' }).waitFor();
    await dialog.getByLabel('A further name').fill('机械工程');
    await page.keyboard.press('Enter');
    await dialog.getByRole('alert').getByText('Mechanical Engineering').waitFor();
    await dialog.getByRole('button', { name: 'Remove the name Macromolecules' }).click();
    await dialog.getByText('Macromolecules').waitFor({ state: 'detached' });
    await dialog.getByLabel('Family').fill('Polymers');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await dialog.waitFor({ state: 'detached' });
    await majors.getByRole('button', { name: /^Edit Polymer/ }).click();
    await expect.poll(() => dialog.getByLabel('Family').inputValue()).toBe('Polymers');
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await page.context().close();
  });

  it('suggests what may be one, until somebody says it is not', async () => {
    const page = await open('/settings');
    const schools = page.getByRole('region', { name: 'Schools' });
    await schools.getByRole('button', { name: /^Different: .*Petrochemicals/ }).click();
    await schools.getByRole('button', { name: /^Different: .*Petrochemicals/ }).waitFor({
      state: 'detached',
    });
    await page.reload();
    await schools.getByRole('searchbox').waitFor();
    await page.waitForLoadState('networkidle');
    expect(
      await schools.getByRole('button', { name: /^Different: .*Petrochemicals/ }).count(),
    ).toBe(0);
    await page.context().close();
  });

  for (const { locale, colorScheme, viewport } of LOOKS) {
    it(`axe finds nothing in ${locale}, ${colorScheme}, ${viewport.width} px wide, and nothing sticks out in either width`, async () => {
      const page = await open('/settings', { locale, colorScheme, viewport });
      const dialog = page.getByRole('dialog');
      for (const table of await page.getByRole('table').all()) await table.waitFor();
      await page.waitForLoadState('networkidle');
      expect(await axeViolations(page)).toEqual([]);
      await expectToFit(page);

      await page.getByRole('searchbox').first().fill('lanqi univ.');
      await page.getByRole('button', { name: /^(Edit|编辑).*Lanqi Univ\./ }).click();
      await dialog.waitFor();
      expect(await axeViolations(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await dialog.waitFor({ state: 'detached' });

      await page
        .getByRole('button', { name: /^(Merge|合并) ?Lanqi Univ\. of Technology$/ })
        .click();
      await dialog.getByRole('combobox').fill('岚栖');
      await page.getByRole('option', { name: '岚栖' }).click();
      await dialog.locator('.clash').waitFor();
      expect(await axeViolations(page)).toEqual([]);
      await page.context().close();
    });
  }

  it('no page threw an error', () => {
    expect(errors).toEqual([]);
  });
});
