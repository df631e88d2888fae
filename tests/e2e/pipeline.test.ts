import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { axeViolations } from '../support/axe-check.ts';
import { describeInBrowser, launchBrowser } from '../support/browser.ts';
import { cutTexts } from '../support/cut-texts.ts';
import { startServer, type RunningServer } from '../support/server.ts';

const WIDE = { width: 1440, height: 900 };
const PHONE = { width: 390, height: 844 };

describeInBrowser('the Pipeline page', () => {
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
    const context = await browser.newContext({ viewport: WIDE, locale: 'en-US', ...options });
    const page = await context.newPage();
    page.on('pageerror', (error) => errors.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') errors.push(message.text());
    });
    await page.goto(server.url + path);
    await page.locator('.panel-data').first().waitFor();
    await page.locator('[aria-busy="true"]').first().waitFor({ state: 'detached' });
    return page;
  }

  async function api(query: string) {
    const response = await fetch(`${server.url}/api/${query}`);
    expect(response.status).toBe(200);
    return JSON.parse(await response.text());
  }

  const rowsOf = async (page: Page, panel: string): Promise<string[][]> => {
    const rows = await page.locator(`${panel} tbody tr`).all();
    return Promise.all(rows.map((row) => row.locator('th, td').allInnerTexts()));
  };

  interface Counted {
    readonly count: number;
    readonly parts: readonly { readonly count: number }[];
  }

  it('shows the numbers of the API as bars and as a table, and says where most are lost', async () => {
    const { total } = await api('pipeline');
    const page = await open('/pipeline');
    const bars = page.locator('#stages .recharts-bar-rectangle path');
    await bars.nth(10).waitFor();
    const lost = total.path.stages
      .slice(2)
      .map(({ parts }: Counted) => parts[0]?.count ?? 0)
      .toSorted((a: number, b: number) => b - a)[0];
    const answer = await page.locator('#stages .panel-answer').innerText();
    expect(answer).toContain(lost.toLocaleString('en-US'));

    await page
      .locator('#stages')
      .getByRole('button', { name: /Options/ })
      .click();
    await page.getByRole('menuitem', { name: 'Show as table' }).click();
    const numbers = (await rowsOf(page, '#stages')).map((cells) =>
      Number(cells[2]?.replaceAll(',', '')),
    );
    const expected = total.path.stages.flatMap(({ count, parts }: Counted) => [
      count,
      ...parts.map((part) => part.count).filter((people) => people > 0),
    ]);
    expect(numbers).toEqual(expected);
    await page.context().close();
  });

  it('a click on a part filters by it, a reload keeps it, a second click ends it', async () => {
    const page = await open('/pipeline');
    const { total } = await api('query?metric=candidates&outcome=declined');
    const clickable = page.locator('#stages .pickable');
    await clickable.first().click();
    await page.waitForURL(/outcome=/);
    const outcome = new URL(page.url()).searchParams.get('outcome');
    expect(outcome).toBe('not_offered');
    await page.reload();
    await page.getByRole('button', { name: /Remove the filter How far/ }).click();
    await page.waitForURL((url) => !url.searchParams.has('outcome'));

    await page.goto(`${server.url}/pipeline?outcome=declined&table=stages`);
    await page.locator('#stages tbody tr').first().waitFor();
    const [candidates] = await rowsOf(page, '#stages');
    expect(Number(candidates?.[2]?.replaceAll(',', ''))).toBe(total.candidates.value);
    await page.context().close();
  });

  it('the keyboard changes what is compared and what is shown, and the address keeps both', async () => {
    const page = await open('/pipeline');
    await page.getByLabel('Compare by').focus();
    await page.keyboard.press('c');
    await page.waitForURL(/by=channel/);
    await expect
      .poll(() => page.locator('#paths tbody tr').count())
      .toBe((await api('pipeline?by=channel')).rows.length);

    await page.getByRole('radio', { name: 'How far classes come' }).focus();
    await page.keyboard.press('ArrowRight');
    await page.waitForURL(/mode=activity/);
    await page.locator('#activity .recharts-line').first().waitFor();
    await page.reload();
    await page.locator('#activity .recharts-line').first().waitFor();
    expect(await page.getByLabel('Compare by').inputValue()).toBe('channel');
    await page.context().close();
  });

  it('the factors of the conversion multiply, with their numbers', async () => {
    const { total } = await api('pipeline?year=2020..2024');
    const page = await open('/pipeline?year=2020..2024');
    const factors = await page.locator('#conversion .factor').allInnerTexts();
    expect(factors).toHaveLength(4);
    const pairs = factors.map((text) => {
      const [, x, n] = /([\d,]+) of ([\d,]+)/.exec(text) ?? [];
      return [x, n].map((number) => Number(number?.replaceAll(',', '')));
    });
    const [offered, decided, accepted, conversion] = pairs;
    expect(offered?.[0]).toBe(decided?.[1]);
    expect(decided?.[0]).toBe(accepted?.[1]);
    expect(conversion).toEqual([accepted?.[0], offered?.[1]]);
    expect(conversion?.[1]).toBe(total.conversion.conversion.n);
    await page.context().close();
  });

  it('the activity of a year shows the numbers of the API', async () => {
    const { total } = await api('pipeline?mode=activity');
    const page = await open('/pipeline?mode=activity&table=activity&event_year=2022');
    const rows = await rowsOf(page, '#activity');
    for (const [index, { eventYear, counts }] of total.entries()) {
      const [year, ...numbers] = rows[index] ?? [];
      expect(year?.replace('*', '')).toBe(String(eventYear));
      expect(numbers.map((text) => Number(text.replaceAll(',', '')))).toEqual(
        Object.values(counts),
      );
    }
    await page.getByRole('heading', { name: 'To whom did it happen in 2022?' }).waitFor();
    await page.context().close();
  });

  for (const [language, locale] of [
    ['English', 'en-US'],
    ['Chinese', 'zh-CN'],
  ] as const) {
    for (const colorScheme of ['light', 'dark'] as const) {
      for (const viewport of [WIDE, PHONE]) {
        it(`axe finds nothing in ${language}, ${colorScheme}, ${viewport.width} px wide, and nothing is cut`, async () => {
          for (const path of ['/pipeline?by=school', '/pipeline?mode=activity&by=channel']) {
            const page = await open(path, { locale, colorScheme, viewport });
            expect(await axeViolations(page)).toEqual([]);
            const width = await page.evaluate(() => document.documentElement.scrollWidth);
            expect(width).toBeLessThanOrEqual(viewport.width);
            expect(await cutTexts(page)).toEqual([]);
            await page.context().close();
          }
        });
      }
    }
  }

  it('the Chinese page has no English left over', async () => {
    for (const path of ['/pipeline?by=major', '/pipeline?mode=activity']) {
      const page = await open(path, { locale: 'zh-CN' });
      const text = await page.locator('body').innerText();
      const known = /Talentbridge|English|n = /g;
      expect(text.replaceAll(known, '').match(/[A-Za-z]{2,}/g) ?? []).toEqual([]);
      await page.context().close();
    }
  });

  it('nothing failed in the console of any of these pages', () => {
    expect(errors).toEqual([]);
  });
});
