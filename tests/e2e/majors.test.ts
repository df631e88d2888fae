import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeInBrowser, launchBrowser } from '../support/browser.ts';
import { itLooksRight } from './page-suite.ts';
import { WIDE } from '../support/looks.ts';
import { startServer, type RunningServer } from '../support/server.ts';

const CHARTS = 5;

/** Latin text that a Chinese page may hold: the product's name, the other language's, and the letter of a size. */
const NOT_CHINESE = /Talentbridge|English|CSV|PNG|n = |n=/g;

interface Answer {
  readonly rows: readonly {
    readonly key: Readonly<Record<string, { readonly id: number; readonly name: string } | number>>;
    readonly values: Readonly<
      Record<string, { readonly value: number | null; readonly high?: number }>
    >;
  }[];
  readonly total: Readonly<
    Record<string, { readonly value: number | null; readonly high?: number }>
  >;
}

describeInBrowser('the Majors & demand page', () => {
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

  async function open(
    path: string,
    options: BrowserContextOptions = {},
    charts = CHARTS,
  ): Promise<Page> {
    const context = await browser.newContext({
      storageState: server.session,
      viewport: WIDE,
      locale: 'en-US',
      ...options,
    });
    const page = await context.newPage();
    page.on('pageerror', (error) => errors.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') errors.push(message.text());
    });
    await page.goto(server.url + path);
    await settled(page, charts);
    return page;
  }

  async function settled(page: Page, charts = CHARTS): Promise<void> {
    await page
      .locator('.recharts-wrapper, .drawn-chart')
      .nth(charts - 1)
      .waitFor();
    await page.locator('#heat-major-school .heat-cell').first().waitFor();
    await page.locator('#dependence tbody tr').first().waitFor();
    await page.locator('[aria-busy="true"]').first().waitFor({ state: 'detached' });
  }

  async function ask(query: string): Promise<Answer> {
    const response = await server.fetch(`/api/query?${query}`);
    const answer: Answer = JSON.parse(await response.text());
    return answer;
  }

  const total = async (metric: string, query = ''): Promise<number | null> =>
    (await ask(`metric=${metric}&${query}`)).total[metric]?.value ?? null;

  const numberOf = (text: string): number =>
    Number(text.replaceAll(/[,*]/g, '').replace('\u2212', '-'));

  /** The numbers of a table's row, by the text of its heading; a dash is no number. */
  async function rowOf(page: Page, table: string, name: string | RegExp): Promise<number[]> {
    const row = page.locator(`${table} tbody tr`).filter({
      has: page.locator('th').getByText(name, typeof name === 'string' ? { exact: true } : {}),
    });
    const cells = await row.first().locator('td').allInnerTexts();
    return cells.map(numberOf);
  }

  it('is reached from the navigation and answers in sentences with the numbers of the API', async () => {
    const page = await open('/majors');
    await page.getByRole('link', { name: 'Majors & demand' }).waitFor();
    const gap = await total('gap', 'year=2025');
    const planned = await total('planned', 'year=2025');
    const next = await total('planned', 'year=2027');
    const filled = (planned ?? 0) - (gap ?? 0);
    await page
      .locator('#demand-years')
      .getByText(`Of ${planned} places planned for the class of 2025, ${filled} were filled`)
      .waitFor();
    await page
      .locator('#demand-years')
      .getByText(`For the class of 2027, ${next} are planned.`)
      .waitFor();
    expect(await page.locator('.panel-answer').count()).toBeGreaterThanOrEqual(8);
    await page.context().close();
  });

  it('shows plan, hires, gap and graduates of a class as the API has them, and another class when asked', async () => {
    const page = await open('/majors?table=demand-majors', {}, CHARTS - 1);
    const check = async (year: number) => {
      const { rows } = await ask(
        `metric=planned&metric=campus_hires&metric=gap&metric=graduates&by=major&year=${year}&limit=100`,
      );
      for (const { key, values } of rows.slice(0, 6)) {
        const { major } = key;
        const name = typeof major === 'object' ? major.name : '';
        const shown = await rowOf(page, '#demand-majors', name);
        const wanted = [values['planned'], values['campus_hires'], values['gap']].map(
          (one) => one?.value,
        );
        expect(
          shown.slice(0, 3).map((one) => (Number.isNaN(one) ? null : one)),
          name,
        ).toEqual(wanted);
        expect(shown[4]).toBe(values['graduates']?.value);
      }
    };
    await check(2025);
    await page
      .locator('#demand-majors')
      .getByLabel('Class of', { exact: true })
      .selectOption('2027');
    await page.waitForURL(/class=2027/);
    await settled(page, CHARTS - 1);
    await check(2027);
    await page.context().close();
  });

  it('asked with the keyboard for another class, keeps it in the address and over a reload', async () => {
    const page = await open('/majors');
    const choice = page.locator('#demand-majors').getByLabel('Class of', { exact: true });
    expect(await choice.inputValue()).toBe('2025');
    await choice.focus();
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    await page.waitForURL(/[?&]class=2027/);
    await page.locator('#demand-majors').getByText('Scarcest for the class of 2027').waitFor();
    expect(await page.locator('#supply').getByLabel('Class of', { exact: true }).inputValue()).toBe(
      '2027',
    );
    await page.reload();
    await settled(page);
    expect(await choice.inputValue()).toBe('2027');
    await page.context().close();
  });

  it('shows for a major who graduates it, with past yield and retention', async () => {
    const page = await open('/majors');
    const supply = page.locator('#supply');
    await supply.getByLabel('Major').selectOption({ label: 'Automation' });
    await page.waitForURL(/[?&]supply=\d+/);
    await page.locator('[aria-busy="true"]').first().waitFor({ state: 'detached' });
    const major = new URL(page.url()).searchParams.get('supply');
    const coming = await ask(`metric=graduates&by=school&major=${major}&year=2027&sort=-graduates`);
    const past = await ask(
      `metric=campus_hires&metric=yield&by=school&major=${major}&year=2023..2025`,
    );
    const [first] = coming.rows;
    const { school } = first?.key ?? {};
    if (typeof school !== 'object') throw new Error('no school');
    await expect.poll(() => supply.locator('tbody th').first().innerText()).toBe(school.name);
    const before = past.rows.find(
      ({ key }) => typeof key['school'] === 'object' && key['school'].id === school.id,
    );
    const [graduates, hires, share = Number.NaN] = await supply
      .locator('tbody tr')
      .first()
      .locator('td')
      .evaluateAll((cells) =>
        cells.map((cell) => Number.parseFloat((cell as HTMLElement).innerText.replaceAll(',', ''))),
      );
    expect([graduates, hires]).toEqual([
      first?.values['graduates']?.value,
      before?.values['campus_hires']?.value,
    ]);
    expect(share).toBeCloseTo((before?.values['yield']?.value ?? 0) * 100, 1);
    // The line of a yield ends at the share that its heading says, above every interval.
    const heading = await supply.locator('thead th').nth(3).innerText();
    const top = Number(/bars from 0 to (\d+)%/.exec(heading)?.[1]) / 100;
    const highs = past.rows.map(({ values }) => values['yield']?.high ?? 0);
    expect(top).toBeGreaterThanOrEqual(Math.max(...highs));
    expect(top).toBeLessThan(1);
    const at = await supply
      .locator('tbody tr')
      .first()
      .locator('td:nth-child(4) circle')
      .getAttribute('cx');
    expect(Number.parseFloat(at ?? '')).toBeCloseTo(
      3 + (94 * (before?.values['yield']?.value ?? 0)) / top,
      3,
    );
    await page.context().close();
  });

  it('a click on a cell of a heat map filters by both names, a second click ends it', async () => {
    const page = await open('/majors');
    const cell = page.locator('#heat-school-year tbody tr').first().locator('td').nth(10);
    const shown = numberOf(await cell.innerText());
    expect(shown).toBe(await total('hires', 'school=1&year=2025'));
    await cell.locator('button').click();
    await page.waitForURL(
      (url) => url.searchParams.get('school') === '1' && url.searchParams.get('year') === '2025',
    );
    await expect.poll(() => page.locator('#heat-school-year tbody tr').count()).toBe(1);
    // Plans know no schools: the page says so, where it had a plan to show.
    await page.getByText('Plans know no school').first().waitFor();
    await page.reload();
    await page.locator('#heat-school-year .heat-button').first().click();
    await page.waitForURL(
      (url) => !url.searchParams.has('school') && !url.searchParams.has('year'),
    );
    await page.context().close();
  });

  it('a heat map of a rate shows the rates of the API, marks few people, and pools the rest', async () => {
    const page = await open('/majors?heat=retention_12m');
    const { rows } = await ask('metric=retention_12m&by=major&by=school&limit=1000');
    const map = page.locator('#heat-major-school');
    expect(await map.locator('.heat-cell').count()).toBeLessThanOrEqual(200);
    const names = await map.locator('tbody th').allInnerTexts();
    expect(names.at(-1)).toBe('Other');
    const columns = await map.locator('thead th').allInnerTexts();
    const major = rows.find(
      ({ key }) => typeof key['major'] === 'object' && key['major'].name === names[0],
    );
    const cells = await map.locator('tbody tr').first().locator('td').allInnerTexts();
    const of = (school: string | undefined) =>
      rows.find(
        ({ key }) =>
          typeof key['major'] === 'object' &&
          typeof key['school'] === 'object' &&
          key['major'].name === names[0] &&
          key['school'].name === school,
      )?.values['retention_12m'];
    expect(major).toBeDefined();
    for (const [index, text] of cells.entries()) {
      const figure = of(columns[index + 1]);
      if (figure === undefined || figure.value === null) continue;
      expect(Number.parseFloat(text)).toBeCloseTo(figure.value * 100, 1);
    }
    expect(await map.locator('.heat-cell.small').count()).toBeGreaterThan(0);
    const rest = await map.locator('tbody tr').last().locator('td').first().innerText();
    const shownMajors = new Set(names);
    const others = rows.flatMap(({ key: { major: one } }) =>
      typeof one === 'object' && !shownMajors.has(one.name) ? [one.id] : [],
    );
    const pooled = await total(
      'retention_12m',
      `school=1&${[...new Set(others)].map((id) => `major=${id}`).join('&')}`,
    );
    expect(Number.parseFloat(rest)).toBeCloseTo((pooled ?? 0) * 100, 1);
    await page.context().close();
  });

  it('lists what one school supplies more than half of, as the API counts it', async () => {
    const page = await open('/majors');
    const { rows } = await ask('metric=top_school_share&metric=hires&by=major&limit=100');
    const over = rows.filter(
      ({ values }) =>
        (values['top_school_share']?.value ?? 0) > 0.5 && (values['hires']?.value ?? 0) >= 10,
    );
    const shown = page.locator('#dependence tbody tr').filter({ hasText: 'Major' });
    await expect.poll(() => shown.count()).toBe(over.length);
    const name = await shown.first().locator('th').innerText();
    const known = over.find(
      ({ key }) => typeof key['major'] === 'object' && key['major'].name === name,
    );
    const cells = await shown.first().locator('td').allInnerTexts();
    expect(numberOf(cells[3] ?? '')).toBe(known?.values['hires']?.value);
    expect(Number.parseFloat(cells[4] ?? '')).toBeCloseTo(
      (known?.values['top_school_share']?.value ?? 0) * 100,
      1,
    );
    await page.context().close();
  });

  it('by the keyboard, a name in a heat map filters the page', async () => {
    const page = await open('/majors');
    await page.locator('#heat-major-school tbody th button').first().focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/[?&]major=\d+/);
    await expect.poll(() => page.locator('#heat-major-school tbody tr').count()).toBe(1);
    await page.context().close();
  });

  itLooksRight({ open }, ['/majors?heat=retention_12m']);

  it('the Chinese page has no English left over', async () => {
    const page = await open('/majors', { locale: 'zh-CN' });
    const text = await page.locator('body').innerText();
    expect(text.replaceAll(NOT_CHINESE, '').match(/[A-Za-z]{2,}/g) ?? []).toEqual([]);
    await page.context().close();
  });

  it('nothing failed in the console of any of these pages', () => {
    expect(errors).toEqual([]);
  });
});
