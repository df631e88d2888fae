import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { axeViolations } from '../support/axe-check.ts';
import { describeInBrowser, launchBrowser } from '../support/browser.ts';
import { expectToFit, LOOKS, WIDE } from '../support/looks.ts';
import { startServer, type RunningServer } from '../support/server.ts';

/** Four people, of whom one has no readable date; one school is unknown, and one header says nothing. */
const NEW_HIRES = `候选人编号,毕业院校,所学专业,哪一年,入职日期,所属部门,税前年薪
E2E-001,岚栖理工大学,化学工程与工艺,2026,2026-07-01,研发中心,96000
E2E-002,云汀科技学院,计算机科学与技术,2026,2026-07-02,研发中心,"120,000"
E2E-003,云汀科技学院,机械工程,2026,2026-07-02,制造部,98000
E2E-004,墨枫工业职业学院,机械工程,2026,不知道,制造部,90000
`;
const NEW_COUNT = 3;

/** The same people a month later: one of them has moved to another department. */
const LATER_HIRES = NEW_HIRES.replace('研发中心,96000', '销售部,96000')
  .split('\n')
  .slice(0, 2)
  .join('\n');

const csv = (name: string, content: string | Buffer) => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from(content),
});

describeInBrowser('the Import page', () => {
  let server: RunningServer;
  let browser: Browser;
  const errors: string[] = [];

  beforeAll(async () => {
    server = await startServer();
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await server.stop();
  });

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

  /** Hires in all, of the API. */
  async function totalOfApi(): Promise<number> {
    const response = await server.fetch(`/api/query?metric=hires`);
    const body: { total: { hires: { value: number } } } = JSON.parse(await response.text());
    return body.total.hires.value;
  }

  /** Hires in all, as the Overview shows them. The page is not loaded again on the way to it. */
  const totalOfPage = async (page: Page): Promise<number> => {
    await page.getByRole('navigation').getByRole('link', { name: 'Overview' }).click();
    const figure = page.locator('#key-figures').getByText(/^[\d,]+$/);
    await figure.first().waitFor();
    await page.locator('[aria-busy="true"]').first().waitFor({ state: 'detached' });
    return Number((await figure.first().innerText()).replaceAll(',', ''));
  };

  const toImport = (page: Page) =>
    page.getByRole('navigation').getByRole('link', { name: 'Import' }).click();

  async function upload(page: Page, file: ReturnType<typeof csv>): Promise<void> {
    await page.locator('input[type=file]').setInputFiles(file);
    await page.waitForURL(/[?&]import=\d+/);
    await page.getByRole('heading', { name: 'What do the columns mean?' }).waitFor();
  }

  /** Says with the keyboard alone that the header that says nothing means the year of graduation. */
  async function mapYear(page: Page, search: string): Promise<void> {
    await page.getByRole('combobox', { name: 'Field of the column “哪一年”' }).focus();
    await page.getByRole('option').first().waitFor();
    await page.keyboard.type(search);
    await page.getByRole('option', { name: 'Graduation year' }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByLabel('Graduation year, for all rows').waitFor({ state: 'detached' });
  }

  async function check(page: Page): Promise<Locator> {
    await page.getByRole('button', { name: 'Check the file' }).click();
    const account = page.getByRole('table', { name: 'What would become of the rows' });
    await account.waitFor();
    await page.locator('[aria-busy="true"]').first().waitFor({ state: 'detached' });
    return account;
  }

  /** The count of a row of an account. */
  const part = async (account: Locator, name: string): Promise<number> =>
    Number(await account.getByRole('row', { name }).getByRole('cell').innerText());

  it('takes a file from upload to changed charts, and back', async () => {
    const page = await open('/');
    const before = await totalOfPage(page);
    expect(before).toBe(await totalOfApi());

    await toImport(page);
    await upload(page, csv('本季入职.csv', NEW_HIRES));
    await page.getByText('本季入职.csv').first().waitFor();

    // The year is asked for until its column is mapped.
    await page.getByLabel('Graduation year, for all rows').waitFor();
    await mapYear(page, '毕业年份');
    await page.getByLabel('No: just these people').check();

    let account = await check(page);
    expect(await part(account, 'New')).toBe(1);
    expect(await part(account, 'Invalid')).toBe(3);
    expect(await part(account, 'Rows in the file')).toBe(4);

    const commit = page.getByRole('button', { name: /^Commit/ });
    expect(await commit.isDisabled()).toBe(true);
    await page.getByText('There are invalid rows').waitFor();

    const school = page.getByRole('group', { name: /云汀科技学院/ });
    for (const option of await school.getByRole('button').all()) {
      expect(await option.getAttribute('aria-pressed')).not.toBe('true');
    }
    await school.getByRole('button', { name: 'New school' }).click();
    await page.getByText('Names were answered but not saved').waitFor();
    await page.getByRole('button', { name: 'Save the answers' }).click();
    await page.getByText('Answered before: 1').waitFor();

    account = page.getByRole('table', { name: 'What would become of the rows' });
    await expect.poll(() => part(account, 'New')).toBe(NEW_COUNT);
    await page.getByText('“不知道” is not a date').first().click();
    const example = page
      .getByRole('region', { name: /不知道/ })
      .getByRole('row')
      .nth(1);
    expect(await example.getByRole('cell').nth(2).innerText()).toBe('5');
    expect(await example.innerText()).toContain('入职日期');

    await page.getByLabel('Leave out the invalid rows: 1').check();
    await commit.click();
    account = page.getByRole('table', { name: 'What became of the rows' });
    expect(await part(account, 'New')).toBe(NEW_COUNT);
    expect(await part(account, 'Skipped')).toBe(1);
    await page.getByText('schools 1, majors 0').waitFor();

    await page.getByRole('link', { name: 'See the charts of the overview' }).click();
    await expect.poll(() => totalOfPage(page)).toBe(before + NEW_COUNT);
    expect(await totalOfApi()).toBe(before + NEW_COUNT);

    await toImport(page);
    await page.getByRole('button', { name: 'Undo the import of 本季入职.csv' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Undo the import' }).click();
    await page
      .getByRole('row', { name: /本季入职.csv/ })
      .getByText('Undone')
      .waitFor();
    await expect.poll(() => totalOfPage(page)).toBe(before);
    expect(await totalOfApi()).toBe(before);
    await page.context().close();
  });

  it('says why an import cannot be undone', async () => {
    const page = await open('/import');
    for (const [name, content] of [
      ['first.csv', LATER_HIRES.replace('销售部', '研发中心')],
      ['second.csv', LATER_HIRES],
    ] as const) {
      await upload(page, csv(name, content));
      await mapYear(page, 'graduation');
      await check(page);
      await page.getByRole('button', { name: /^Commit/ }).click();
      await page.getByRole('button', { name: 'Import another file' }).click();
    }
    await page.getByRole('button', { name: 'Undo the import of first.csv' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Undo the import' }).click();
    await dialog.getByRole('alert').getByText('second.csv').waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    for (const name of ['second.csv', 'first.csv']) {
      await page.getByRole('button', { name: `Undo the import of ${name}` }).click();
      await dialog.getByRole('button', { name: 'Undo the import' }).click();
      await page.getByRole('row', { name }).getByText('Undone').waitFor();
    }
    await page.context().close();
  });

  it('a draft can be left, resumed from the history, and canceled', async () => {
    const page = await open('/import');
    await upload(page, csv('draft.csv', NEW_HIRES));
    await toImport(page);
    await page.getByRole('button', { name: 'Continue the import of draft.csv' }).click();
    await page.getByRole('button', { name: 'Check the file' }).waitFor();
    await page.reload();
    await page.getByRole('button', { name: 'Cancel this import' }).click();
    await page.locator('input[type=file]').waitFor();
    await page
      .getByRole('row', { name: /draft.csv/ })
      .getByText('Canceled')
      .waitFor();
    await page.context().close();
  });

  it.each([
    ['page.csv', '<!doctype html><html><body>Sign in</body></html>'],
    ['empty.csv', ''],
    ['table.xlsx', Buffer.from('504b0304140000000800000021', 'hex')],
    ['old.xls', Buffer.from('d0cf11e0a1b11ae1000000000000', 'hex')],
  ])('says what is wrong with %s', async (name, content) => {
    const form = new FormData();
    form.append('file', new Blob([content]), name);
    const response = await server.fetch(`/api/imports?kind=hires`, {
      method: 'POST',
      body: form,
    });
    const refused: { error: { message: string } } = JSON.parse(await response.text());

    const page = await open('/import');
    await page.locator('input[type=file]').setInputFiles(csv(name, content));
    const alert = page.getByRole('alert');
    await alert.waitFor();
    expect([415, 422]).toContain(response.status);
    expect(await alert.innerText()).toContain(refused.error.message);
    expect(new URL(page.url()).search).toBe('');
    await page.context().close();
  });

  for (const { locale, colorScheme, viewport } of LOOKS) {
    it(`axe finds nothing in ${locale}, ${colorScheme}, ${viewport.width} px wide, and nothing sticks out in either width`, async () => {
      const page = await open('/import', { locale, colorScheme, viewport });
      await page.locator('input[type=file]').waitFor();
      expect(await axeViolations(page)).toEqual([]);
      await page.locator('input[type=file]').setInputFiles(csv('look.csv', NEW_HIRES));
      await page.getByRole('button', { name: /Check the file|检查文件/ }).click();
      await page.locator('.account-table').waitFor();
      for (const issue of await page.locator('details > summary').all()) await issue.click();
      expect(await axeViolations(page)).toEqual([]);
      await expectToFit(page);
      await page.getByRole('button', { name: /Cancel this import|取消此次导入/ }).click();
      await page.locator('input[type=file]').waitFor();
      await page.context().close();
    });
  }

  it('no page threw an error', () => {
    expect(errors).toEqual([]);
  });
});
