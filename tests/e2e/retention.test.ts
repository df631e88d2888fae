import { readFileSync } from 'node:fs';
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeInBrowser, launchBrowser } from '../support/browser.ts';
import { itLooksRight } from './page-suite.ts';
import { WIDE } from '../support/looks.ts';
import { startServer, type RunningServer } from '../support/server.ts';

/** Latin text that a Chinese page may hold: the product's name, the other language's, and statistics' letters. */
const NOT_CHINESE = /Talentbridge|English|Kaplan–Meier/g;

interface Curve {
  readonly n: number;
  readonly lastDay: number;
  readonly monthly: readonly {
    readonly month: number;
    readonly survival: number;
    readonly atRisk: number;
  }[];
}

describeInBrowser('the Retention page', () => {
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
    page.on('console', (message) => {
      if (message.type() === 'error') errors.push(message.text());
    });
    await page.goto(server.url + path);
    await settled(page);
    return page;
  }

  async function settled(page: Page): Promise<void> {
    await page.locator('.survival-curve').first().waitFor();
    await page.locator('.recharts-wrapper').nth(3).waitFor();
    await page.locator('[aria-busy="true"]').first().waitFor({ state: 'detached' });
  }

  async function ask<Answer>(path: string): Promise<Answer> {
    const response = await server.fetch(path);
    const body: Answer = JSON.parse(await response.text());
    return body;
  }

  const curves = (query: string) =>
    ask<{ rows: Curve[] }>(`/api/retention?${query}&test=none`).then(({ rows }) => rows);
  const drawn = (page: Page): Locator => page.locator('#survival .survival-curve');
  const names = (page: Page) => page.locator('#survival .legend-item').allInnerTexts();

  async function asTable(page: Page, panel: Locator): Promise<string[][]> {
    await panel.getByRole('button', { name: /Options/ }).click();
    await page.getByRole('menuitem', { name: 'Show as table' }).click();
    await panel.locator('tbody tr').first().waitFor();
    return panel
      .locator('tbody tr')
      .evaluateAll((rows) =>
        rows.map((row) =>
          [...row.querySelectorAll('th, td')].map((cell) => cell.textContent ?? ''),
        ),
      );
  }

  it('draws the curves of the six largest schools, with bands and the numbers still followed', async () => {
    const page = await open('/retention');
    const rows = await curves('by=school&top=6');
    expect(await drawn(page).count()).toBe(6);
    const bands = await page
      .locator('#survival .survival-curve path:first-child')
      .evaluateAll((paths) => paths.map((path) => path.getBoundingClientRect().height));
    expect(Math.min(...bands)).toBeGreaterThan(5);
    expect(await names(page)).toEqual(
      rows.map(({ n }) => expect.stringContaining(`(n = ${n.toLocaleString('en-US')})`)),
    );
    const shown = await page.locator('#survival .risk-table text').allTextContents();
    for (const { monthly } of rows) {
      for (const month of [0, 12, 36, 60]) {
        const atRisk = monthly.find((at) => at.month === month)?.atRisk ?? -1;
        expect(shown).toContain(atRisk.toLocaleString('en-US'));
      }
    }
    await page.context().close();
  });

  it('says in words whether chance explains the difference, with the p of the API', async () => {
    for (const query of ['by=school', 'by=department']) {
      const page = await open(`/retention?${query}`);
      const { test } = await ask<{ test: { p: number } }>(`/api/retention/test?${query}&top=6`);
      const sentence = page.locator('#survival .panel-answer');
      await sentence.waitFor();
      const text = (await sentence.innerText()).replaceAll('\u00A0', ' ');
      expect(text).toContain(test.p < 0.05 ? 'more than chance explains' : 'cannot be told apart');
      const p = test.p < 0.001 ? '< 0.001' : `= ${test.p.toFixed(test.p < 0.1 ? 3 : 2)}`;
      expect(text).toContain(`(p ${p}, log-rank test stratified by year hired`);
      await page.context().close();
    }
  });

  it('ends each curve where its follow-up ends', async () => {
    const page = await open('/retention?by=degree&hire_year=2023..2025&span=all');
    const rows = await curves('by=degree&top=6&hire_year=2023..2025');
    const { ends, start, year } = await page.locator('#survival').evaluate((panel) => {
      const right = (element: Element) => element.getBoundingClientRect().right;
      const of = (label: string) => {
        const texts = [...panel.querySelectorAll('text.recharts-cartesian-axis-tick-value')];
        const box = texts.find((text) => text.textContent === label)?.getBoundingClientRect();
        return box === undefined ? Number.NaN : (box.left + box.right) / 2;
      };
      const groups = [...panel.querySelectorAll('.survival-curve')];
      return {
        ends: groups.map((group) =>
          Math.max(
            ...[...group.querySelectorAll('path')]
              .filter((path) => path.getAttribute('d') !== '')
              .map((path) => right(path)),
          ),
        ),
        start: of('0'),
        year: of('12'),
      };
    });
    expect(ends).toHaveLength(rows.length);
    for (const [index, { lastDay }] of rows.entries()) {
      const expected = start + ((year - start) * lastDay) / 365;
      // Half of the invisible stroke that the pointer can hit sticks out.
      expect(Math.abs((ends[index] ?? Number.NaN) - expected)).toBeLessThan(8);
    }
    await page.context().close();
  });

  it('shows the numbers of the API in its table, and in its CSV', async () => {
    const page = await open('/retention?by=degree');
    const panel = page.locator('#survival');
    const table = await asTable(page, panel);
    const [first] = await curves('by=degree&top=6');
    const year = first?.monthly.find(({ month }) => month === 12);
    const row = table.find((cells) => cells[1] === '12');
    expect(row?.slice(1)).toEqual([
      '12',
      `${((year?.survival ?? 0) * 100).toFixed(1)}%`,
      expect.stringMatching(/^\d+%–\d+%$/),
      year?.atRisk.toLocaleString('en-US'),
    ]);
    await panel.getByRole('button', { name: /Options/ }).click();
    const download = page.waitForEvent('download');
    await page.getByRole('menuitem', { name: 'Export CSV' }).click();
    const csv = readFileSync(await (await download).path(), 'utf8');
    expect(csv).toContain(String(year?.survival));
    await page.context().close();
  });

  it('a click on a name filters by it, a reload keeps it, the switch sets it against everybody else', async () => {
    const page = await open('/retention');
    await page.locator('#survival .legend').getByRole('button').nth(1).click();
    await page.waitForURL(/[?&]school=2(&|$)/);
    await expect.poll(() => drawn(page).count()).toBe(1);
    await expect.poll(() => page.locator('#survival').innerText()).toContain('There is one group');

    await page.getByRole('switch', { name: 'Against everybody else' }).click();
    await page.waitForURL(/against=others/);
    await expect.poll(() => drawn(page).count()).toBe(2);
    const [own, others] = await curves('by=school&group=2&against=others');
    await expect
      .poll(() => names(page))
      .toEqual([
        expect.stringContaining(`n = ${own?.n.toLocaleString('en-US')}`),
        `Everybody else (n = ${others?.n.toLocaleString('en-US')})`,
      ]);
    await page.reload();
    await settled(page);
    expect(await drawn(page).count()).toBe(2);

    await page.locator('#survival .legend').getByRole('button').first().click();
    await page.waitForURL((url) => !url.searchParams.has('school'));
    await expect.poll(() => drawn(page).count()).toBe(6);
    await page.context().close();
  });

  it('a click on a curve or on a year filters too', async () => {
    const page = await open('/retention?by=intern');
    const hit = page.locator('#survival .survival-curve .pickable').first();
    const point = await hit.evaluate((path: SVGPathElement) => {
      const at = path.getPointAtLength(path.getTotalLength() * 0.3);
      const matrix = path.getScreenCTM();
      const { x, y } = at.matrixTransform(matrix ?? undefined);
      return { x, y };
    });
    await page.mouse.click(point.x, point.y);
    await page.waitForURL(/intern=(yes|no)/);

    await page.locator('#turnover .recharts-bar-rectangle').nth(2).click();
    await page.waitForURL(/hire_year=2017/);
    await expect.poll(() => page.locator('#turnover .recharts-bar-rectangle rect').count()).toBe(1);
    await page.context().close();
  });

  it('the keyboard alone chooses what is compared, filters and takes the filter off', async () => {
    const page = await open('/retention');
    const by = page.getByRole('combobox', { name: 'Compare by' });
    await by.focus();
    await page.keyboard.press('D');
    await page.waitForURL(/by=de(gree|partment)/);
    await expect
      .poll(() => page.locator('#horizons thead th').first().innerText())
      .not.toBe('School');
    await page.locator('#horizons tbody button').first().focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/[?&](degree|department)=\w/);
    await expect.poll(() => page.locator('#horizons tbody tr').count()).toBe(1);
    await page.locator('#horizons tbody button').first().focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator('#horizons tbody tr').count()).toBeGreaterThan(1);
    await page.context().close();
  });

  it('tells at the pointer how many are still there', async () => {
    const page = await open('/retention?by=degree&span=three');
    const box = await page.locator('#survival .recharts-wrapper').boundingBox();
    if (box === null) throw new Error('no chart');
    await page.mouse.move(box.x + box.width / 2, box.y + 60);
    const tip = page.locator('#survival .chart-tooltip');
    await tip.waitFor();
    const text = await tip.innerText();
    const month = Number(/After (\d+) months/.exec(text)?.[1]);
    const [first] = await curves('by=degree&top=6');
    const at = first?.monthly.find((one) => one.month === month);
    expect(text).toContain(`${((at?.survival ?? 0) * 100).toFixed(1)}%`);
    expect(text).toContain(`· ${at?.atRisk.toLocaleString('en-US')}`);
    await page.context().close();
  });

  it('shows who left by type as the API counts them', async () => {
    const page = await open('/retention');
    const table = await asTable(page, page.locator('#leaving'));
    const { rows, total } = await ask<{
      rows: { key: { leave_year: string | null }; values: { leavers: { value: number } } }[];
      total: { leavers: { value: number } };
    }>('/api/query?metric=leavers&by=leave_year&by=leave_type');
    const first = rows
      .filter(({ key }) => key.leave_year === 'first')
      .reduce((sum, { values }) => sum + values.leavers.value, 0);
    const number = (text: string | undefined) => Number(text?.replaceAll(',', ''));
    expect(table[0]?.[0]).toBe('First year');
    expect(number(table[0]?.at(-1))).toBe(first);
    const all = table.reduce((sum, cells) => sum + number(cells.at(-1)), 0);
    expect(all).toBe(total.leavers.value);
    await page.context().close();
  });

  it('the curves can be saved as a picture', async () => {
    const page = await open('/retention');
    await page
      .locator('#survival')
      .getByRole('button', { name: /Options/ })
      .click();
    const download = page.waitForEvent('download');
    await page.getByRole('menuitem', { name: 'Export PNG' }).click();
    const bytes = readFileSync(await (await download).path());
    expect(bytes.subarray(1, 4).toString('latin1')).toBe('PNG');
    expect(bytes.length).toBeGreaterThan(20_000);
    await page.context().close();
  });

  itLooksRight({ open }, ['/retention'], async (page) => {
    const cut = await page.evaluate(() =>
      [...document.querySelectorAll('.recharts-wrapper')].flatMap((wrapper) => {
        const frame = wrapper.getBoundingClientRect();
        return [...wrapper.querySelectorAll('svg text')]
          .filter((text) => {
            const { left, right, top, bottom, width: size } = text.getBoundingClientRect();
            const inside = left >= frame.left - 1 && right <= frame.right + 1;
            return size > 0 && !(inside && top >= frame.top - 2 && bottom <= frame.bottom + 2);
          })
          .map((text) => text.textContent);
      }),
    );
    expect(cut).toEqual([]);
  });

  it('the Chinese page has no English left over', async () => {
    const page = await open('/retention?school=1&against=others', { locale: 'zh-CN' });
    const text = await page.locator('body').innerText();
    expect(text.replaceAll(NOT_CHINESE, '').match(/[A-Za-z]{2,}/g) ?? []).toEqual([]);
    await page.context().close();
  });

  it('says why where nothing can be shown', async () => {
    const context = await browser.newContext({
      storageState: server.session,
      viewport: WIDE,
      locale: 'en-US',
    });
    const page = await context.newPage();
    await page.goto(`${server.url}/retention?leave_type=resigned`);
    await page.locator('#survival').getByText('has no meaning among those').waitFor();
    expect(await drawn(page).count()).toBe(0);
    await page.goto(`${server.url}/retention?year=1990`);
    await page.locator('#survival').getByText('No records match all the filters').waitFor();
    await context.close();
  });

  it('nothing failed in the console of any of these pages', () => {
    expect(errors).toEqual([]);
  });
});
