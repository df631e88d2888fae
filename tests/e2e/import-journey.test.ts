import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeInBrowser, launchBrowser } from '../support/browser.ts';
import { encodeText } from '../support/encode-text.ts';
import { startServer, type RunningServer } from '../support/server.ts';

/** Headers that mean nothing to anybody, and two schools that nobody knows; one of them is nearly known. */
const HEADERS = ['号', '来自', '学的', '哪一年', '哪天来的', '哪天走的', '一年给多少'] as const;
const FIELDS = [
  'Candidate id',
  'School',
  'Major',
  'Graduation year',
  'Hired on',
  'Left on',
  'Salary',
] as const;
const ROWS = [
  ['GB-1', '岚栖理工大学（东区）', '化学工程与工艺', '2026', '2026-07-01', '', '96000'],
  ['GB-2', '岚栖理工大学（东区）', '机械工程', '2026', '2026-07-01', '', '9.8万'],
  ['GB-3', '𠮷林云汀学院', '机械工程', '2026', '2026-07-02', '2026-07-20', '105000'],
];
const MANY = 240_000;

describeInBrowser('an import from file to charts', () => {
  let server: RunningServer;
  let browser: Browser;
  let page: Page;
  const errors: string[] = [];

  beforeAll(async () => {
    server = await startServer();
    browser = await launchBrowser();
    page = await (
      await browser.newContext({ storageState: server.session, locale: 'en-US' })
    ).newPage();
    page.on('pageerror', (error) => errors.push(error.message));
  });
  afterAll(async () => {
    await browser.close();
    await server.stop();
  });

  async function hires(): Promise<number> {
    const response = await server.fetch(`/api/query?metric=hires`);
    const body: { total: { hires: { value: number } } } = JSON.parse(await response.text());
    return body.total.hires.value;
  }

  async function upload(name: string, buffer: Buffer): Promise<void> {
    await page.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/csv', buffer });
    await page.getByRole('heading', { name: 'What do the columns mean?' }).waitFor();
  }

  async function mapColumn(header: string, field: string): Promise<void> {
    await page.getByRole('combobox', { name: `Field of the column “${header}”` }).click();
    await page.keyboard.type(field);
    await page.getByRole('option', { name: field }).first().click();
  }

  it('in GB18030, with headers and schools that nobody knows, without leaving the page', async () => {
    const before = await hires();
    await page.goto(server.url);
    await page.getByRole('navigation').getByRole('link', { name: 'Import' }).click();
    // Gone if the page were loaded again on the way.
    await page.evaluate(() => Object.assign(window, { stayed: true }));
    const text = [HEADERS, ...ROWS].map((cells) => cells.join('\t')).join('\r\n');
    await upload('七月入职.tsv', encodeText(`${text}\r\n`, 'gb18030'));
    await page.getByText('GB18030, GBK').first().waitFor();
    for (const [index, header] of HEADERS.entries()) {
      await mapColumn(header, FIELDS[index] ?? '');
    }
    await page.getByRole('button', { name: 'Check the file' }).click();
    await page.getByRole('table', { name: 'What would become of the rows' }).waitFor();

    await page
      .getByRole('group', { name: /岚栖理工大学/ })
      .getByRole('button', { name: 'Same as' })
      .first()
      .click();
    await page
      .getByRole('group', { name: /𠮷林云汀学院/ })
      .getByRole('button', { name: 'New school' })
      .click();
    await page.getByRole('button', { name: 'Save the answers' }).click();
    await page.getByRole('button', { name: 'Commit 3 new or changed rows' }).click();
    await page.getByText('schools 1, majors 0').waitFor();
    await page.getByRole('link', { name: 'See the charts of the overview' }).click();
    await page.locator('#hires-by-year .recharts-wrapper').waitFor();
    expect(await hires()).toBe(before + 3);
    await expect
      .poll(async () =>
        Number(
          (await page.locator('#key-figures').innerText())
            .replaceAll(/\D/g, ' ')
            .trim()
            .split(/\s+/)[0],
        ),
      )
      .toBeGreaterThan(0);
    expect(await page.evaluate(() => 'stayed' in window)).toBe(true);
  });

  it('tells how far it is, and can be stopped and gone on with', async () => {
    const before = await hires();
    await page.goto(`${server.url}/import`);
    const rows = Array.from(
      { length: MANY },
      (_, i) => `M${i},Unknown School ${i % 40},Major ${i % 9},2023,2021-07-0${(i % 9) + 1},`,
    );
    const header = 'candidate_id,school,major,graduation_year,hired_on,left_on';
    await upload('many.csv', Buffer.from(`${header}\n${rows.join('\n')}\n`));
    await page.getByRole('button', { name: 'Check the file' }).click();
    await page.getByText(/\d+% done · [\d,]+ of 240,000 rows/).waitFor();
    await page.getByRole('button', { name: 'Cancel the check' }).click();
    await page.getByRole('button', { name: 'Cancel the check' }).waitFor({ state: 'detached' });
    expect(await page.getByRole('alert').count()).toBe(0);

    await page.getByRole('button', { name: 'Check the file' }).click();
    const account = page.getByRole('table', { name: 'What would become of the rows' });
    await account.waitFor({ timeout: 120_000 });
    const unknown = page.locator('details', { hasText: 'The school “' }).first();
    await unknown.locator('summary').click();
    // Grouped by value: forty names for so many rows.
    await unknown.getByText('One answer for each name settles all its rows').waitFor();
    expect(await unknown.getByRole('row').count()).toBe(41);
    expect(await unknown.getByRole('row', { name: /Unknown School 0/ }).innerText()).toContain(
      '6,000',
    );
    await page.getByRole('button', { name: 'All 40 unanswered are new schools' }).click();
    await page.getByRole('button', { name: /All \d unanswered are new majors/ }).click();
    await page.getByRole('button', { name: 'Save the answers' }).click();
    await page.getByRole('button', { name: 'Commit 240,000 new' }).click({ timeout: 120_000 });
    await page.getByRole('button', { name: 'Cancel the commit' }).click();
    await page.getByRole('button', { name: 'Commit 240,000 new' }).waitFor();
    expect(await hires()).toBe(before);
    await page.getByRole('button', { name: 'Cancel this import' }).click();
    await page.locator('input[type=file]').waitFor();
    expect(await hires()).toBe(before);
    expect(errors).toEqual([]);
  }, 300_000);
});
