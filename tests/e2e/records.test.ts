import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeInBrowser, launchBrowser } from '../support/browser.ts';
import { itLooksRight } from './page-suite.ts';
import { PHONE } from '../support/looks.ts';
import { startServer, type RunningServer } from '../support/server.ts';
import { settled, visitorOf, type Visitor } from '../support/visitor.ts';

/** Latin text that the Chinese page may hold: the product's name, the other language's, and ids. */
const NOT_CHINESE = /Talentbridge|English|CSV|XLSX|C20\d\d-\d+/g;

const MANY_COLUMNS = [
  'candidate_id',
  'school',
  'college',
  'major',
  'degree',
  'channel',
  'offered_on',
  'accepted_on',
  'hired_on',
  'left_on',
  'leave_reason',
  'department',
  'position',
  'city',
]
  .map((id) => `columns=${id}`)
  .join('&');

describeInBrowser('the Records page', () => {
  let server: RunningServer;
  let browser: Browser;
  let visitor: Visitor;
  beforeAll(async () => {
    server = await startServer();
    browser = await launchBrowser();
    visitor = visitorOf(browser, server);
  });
  afterAll(async () => {
    await browser.close();
    await server.stop();
  });

  async function ask(path: string): Promise<ReturnType<typeof JSON.parse>> {
    return JSON.parse(await (await server.fetch(path)).text());
  }

  const status = (page: Page) => page.locator('nav output').innerText();
  const cells = (page: Page, column: number) =>
    page.locator(`.records-table tbody tr td:nth-child(${column})`).allInnerTexts();

  it('lists the people of the filters, with their number, as the API has them', async () => {
    const page = await visitor.open('/records?school=2&degree=associate');
    const filters = 'school=2&degree=associate';
    const { total } = await ask(`/api/records/count?${filters}`);
    const { rows } = await ask(`/api/records?${filters}&limit=50`);
    await expect.poll(() => status(page)).toBe(`1–50 of ${total.toLocaleString('en-US')}`);
    const ids = rows.map((row: { candidate_id: string }) => row.candidate_id);
    expect(await cells(page, 1)).toEqual(ids);
    expect(await cells(page, 2)).toEqual(ids.map(() => rows[0].school));
    await page.context().close();
  });

  it('turns pages, and back, a reload and a link lead to the same place', async () => {
    const page = await visitor.open('/records?sort=-hired_on');
    const first = await cells(page, 1);
    await page.getByRole('button', { name: 'Next' }).click();
    await page.waitForURL(/page=2/);
    await settled(page);
    const second = await cells(page, 1);
    expect(second).not.toEqual(first);
    expect(await status(page)).toMatch(/^51–100 of/);
    await page.getByRole('button', { name: 'Next' }).click();
    await page.waitForURL(/page=3/);
    await page.getByRole('button', { name: 'Previous' }).click();
    await page.waitForURL(/page=2/);
    await settled(page);
    expect(await cells(page, 1)).toEqual(second);
    await page.reload();
    await settled(page);
    expect(await cells(page, 1)).toEqual(second);

    await page.getByRole('link', { name: 'Overview', exact: true }).click();
    await page.waitForURL((url) => url.pathname === '/');
    await page.goBack();
    await settled(page);
    expect(await cells(page, 1)).toEqual(second);

    await page.getByRole('button', { name: 'Previous' }).click();
    await page.waitForURL((url) => !url.searchParams.has('page'));
    await settled(page);
    expect(await cells(page, 1)).toEqual(first);
    await page.context().close();
  });

  it('begins at the first page when a filter changes', async () => {
    const page = await visitor.open('/records');
    await page.getByRole('button', { name: 'Next' }).click();
    await page.waitForURL(/page=2/);
    await settled(page);
    await page.locator('.records-table .filter-name').first().click();
    await page.waitForURL(/school=/);
    expect(new URL(page.url()).searchParams.has('cursor')).toBe(false);
    await settled(page);
    expect(await status(page)).toMatch(/^1–50 of/);
    await page.context().close();
  });

  it('sorts, searches and chooses columns by the keyboard alone, all of it in the address', async () => {
    const page = await visitor.open('/records');
    await page.getByRole('searchbox', { name: 'Search' }).focus();
    await page.keyboard.type('quality engineer lanqi');
    await page.waitForURL(/search=quality/);
    const { total } = await ask('/api/records/count?search=quality+engineer+lanqi');
    await expect.poll(() => status(page)).toMatch(new RegExp(` of ${total}$`));
    expect(total).toBeGreaterThan(0);

    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('Columns');
    await page.keyboard.press('Enter');
    const pay = page.getByRole('checkbox', { name: 'First-year pay' });
    await pay.focus();
    await page.keyboard.press('Space');
    await page.waitForURL(/columns=salary/);
    await page.keyboard.press('Escape');

    const header = page.getByRole('columnheader', { name: /First-year pay/ });
    await header.getByRole('button').focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/sort=-salary/);
    await expect.poll(() => header.getAttribute('aria-sort')).toBe('descending');
    await settled(page);
    const shown = (await cells(page, 11)).filter((text) => text !== '–');
    const numbers = shown.map((text) => Number(text.replaceAll(/[^\d]/g, '')));
    expect(numbers).toEqual(numbers.toSorted((a, b) => b - a));
    expect(numbers.length).toBeGreaterThan(1);
    await page.context().close();
  });

  it('on a phone shows people one below the other, sorts them, and nothing scrolls sideways', async () => {
    const columns = ['school', 'major', 'salary', 'hired_on', 'known', 'leave_reason', 'position'];
    const wanted = ['candidate_id', ...columns].map((id) => `columns=${id}`).join('&');
    const page = await visitor.open(`/records?school=1&behind=hires&${wanted}`, {
      viewport: PHONE,
    });
    const cards = page.locator('.records-cards > li');
    const { rows } = await ask('/api/records?school=1&behind=hires&limit=50');
    expect(await cards.count()).toBe(rows.length);
    expect(await cards.first().locator('dt').count()).toBe(columns.length);
    expect(await cards.first().innerText()).toContain(rows[0].candidate_id);
    expect(await page.locator('.scroll-region').count()).toBe(0);
    await page.getByLabel('Sort by').selectOption({ label: 'First-year pay' });
    await page.waitForURL(/sort=-salary/);
    const sorted = await ask('/api/records?school=1&behind=hires&limit=50&sort=-salary');
    await expect.poll(() => cards.first().innerText()).toContain(sorted.rows[0].candidate_id);
    await page.getByRole('button', { name: /Falling/ }).click();
    await page.waitForURL(/sort=salary/);
    const rising = await ask('/api/records?school=1&behind=hires&limit=50&sort=salary');
    await expect.poll(() => cards.first().innerText()).toContain(rising.rows[0].candidate_id);
    await cards.first().locator('dd').nth(1).getByRole('button').click();
    await page.waitForURL(/[?&]major=\d+/);
    await page.context().close();
  });

  it('with many columns keeps the first one in sight', async () => {
    const page = await visitor.open(`/records?${MANY_COLUMNS}`);
    const region = page.locator('.scroll-region');
    const first = page.locator('.records-table tbody td').first();
    const before = await first.boundingBox();
    await region.evaluate((element) => element.scrollTo({ left: element.scrollWidth }));
    expect(await region.evaluate((element) => element.scrollLeft)).toBeGreaterThan(100);
    expect((await first.boundingBox())?.x).toBe(before?.x);
    await page.context().close();
  });

  it('says that nothing matches, and offers the way out', async () => {
    const page = await visitor.open('/records?school=1&search=nobody-of-this-name');
    await page.getByText('Nothing to show here.').waitFor();
    await page.context().close();
    const broken = await visitor.open('/records?page=3&cursor=nonsense');
    await broken.getByRole('alert').waitFor();
    await broken.getByRole('button', { name: 'To the first page' }).click();
    await broken.locator('.records-table').waitFor();
    expect(visitor.errors.filter((text) => text.includes('400')).length).toBeGreaterThan(0);
    visitor.errors.splice(0);
    await broken.context().close();
  });

  it('exports exactly what is listed, with what it is of', async () => {
    const page = await visitor.open(
      '/records?school=3&behind=acceptance_rate&part=of&sort=-accepted_on',
    );
    const { total } = await ask('/api/query?metric=acceptance_rate&school=3');
    await expect.poll(() => status(page)).toContain(` of ${total.acceptance_rate.of}`);
    await page.getByRole('button', { name: 'Export' }).click();
    const waiting = page.waitForEvent('download');
    await page.getByRole('menuitem', { name: /CSV/ }).click();
    const download = await waiting;
    expect(download.suggestedFilename()).toBe('records-2026-09-30.csv');
    const lines: string[][] = parse(readFileSync(await download.path(), 'utf8'), {
      bom: true,
      relax_column_count: true,
    });
    const notes = lines.filter(([cell]) => cell?.startsWith('#')).map(([cell]) => cell);
    expect(notes.join('\n')).toContain('Offer acceptance');
    expect(notes.join('\n')).toContain('As of: 2026-09-30');
    expect(lines.length - notes.length - 1).toBe(total.acceptance_rate.of);

    await page.getByRole('button', { name: 'Export' }).click();
    const workbook = page.waitForEvent('download');
    await page.getByRole('menuitem', { name: /XLSX/ }).click();
    expect((await workbook).suggestedFilename()).toBe('records-2026-09-30.xlsx');
    await page.context().close();
  });

  it('names every value in Chinese', async () => {
    const page = await visitor.open(
      '/records?sort=-left_on&columns=known&columns=school&columns=leave_reason&columns=internship_base&columns=company&columns=college&columns=family&columns=school_city&columns=major_match&columns=leave_type&columns=position',
      { locale: 'zh-CN' },
    );
    const text = await page.locator('main').innerText();
    expect(text.replaceAll(NOT_CHINESE, '').match(/[A-Za-z]{2,}/g) ?? []).toEqual([]);
    await page.context().close();
  });

  itLooksRight({ open: (path, options) => visitor.open(path, options) }, [
    '/records?behind=hires&school=1',
    `/records?school=3&${MANY_COLUMNS}`,
  ]);

  it('nothing failed in the console of any of these pages', () => {
    expect(visitor.errors).toEqual([]);
  });
});
