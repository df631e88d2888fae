import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { METRICS } from '../../domain/metrics/registry.ts';
import { axeViolations } from '../support/axe-check.ts';
import { describeInBrowser, launchBrowser } from '../support/browser.ts';
import { PHONE, WIDE } from '../support/looks.ts';
import { startServer, type RunningServer } from '../support/server.ts';
import { cutTexts } from '../support/cut-texts.ts';
import { settled, visitorOf, type Visitor } from '../support/visitor.ts';

describeInBrowser('across the pages', () => {
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

  const focused = (page: Page) =>
    page.evaluate(() => {
      const { activeElement: element } = document;
      return `${element?.getAttribute('aria-label') ?? ''} ${element?.textContent ?? ''}`.trim();
    });

  it('a figure explains itself by the keyboard, with its numbers, and leads to exactly its people', async () => {
    const page = await visitor.open('/?year=2020..2023');
    const { rows } = await ask(
      '/api/query?metric=acceptance_rate&by=school&year=2020..2023&sort=-hires&metric=hires',
    );
    const [{ key, values }] = rows;
    const row = page.locator('#schools tbody tr').first();
    const heading = await page.evaluate(() => document.body.scrollHeight);
    await row.locator('.figure-button').nth(2).focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: /Offer acceptance/ });
    await dialog.waitFor();
    expect(await page.evaluate(() => document.body.scrollHeight)).toBe(heading);
    const text = await dialog.innerText();
    const { n, of } = values.acceptance_rate;
    expect(text).toContain(METRICS.acceptance_rate.definition.en);
    expect(text).toContain(`accepted: ${of} ÷ (accepted + declined): ${n} =`);
    expect(text).toContain(`School: ${key.school.name}`);
    expect(text).toContain('2020–2023');
    expect(text).toContain('September 30, 2026');
    expect(text).toContain('95 % interval');
    expect(await axeViolations(page)).toEqual([]);

    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    expect(await focused(page)).toMatch(/%$/);
    await page.keyboard.press('Enter');
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.closest('[role="dialog"]') !== null))
      .toBe(true);
    for (let step = 0; step < 6 && !(await focused(page)).startsWith('Show the records'); step += 1)
      await page.keyboard.press('Tab');
    expect(await focused(page)).toBe(`Show the records of these ${n} people`);
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => url.pathname === '/records');
    await settled(page);
    await expect.poll(() => page.locator('nav output').innerText()).toContain(` of ${n}`);
    expect(new URL(page.url()).searchParams.getAll('year')).toEqual(['2020..2023']);
    await page.context().close();
  });

  it('a figure of an earlier day leads to the people of that day', async () => {
    const page = await visitor.open('/?table=key-figures');
    const panel = page.locator('#key-figures');
    const cells = panel.locator('tbody tr').first().locator('.figure-button');
    const before = cells.last();
    const shown = Number((await before.innerText()).replaceAll(',', ''));
    await before.click();
    await page.getByRole('link', { name: /Show the records/ }).click();
    await page.waitForURL(/asOf=2025-09-30/);
    await settled(page);
    await expect
      .poll(() => page.locator('nav output').innerText())
      .toContain(` of ${shown.toLocaleString('en-US')}`);
    await page.context().close();
  });

  for (const [locale, colorScheme] of [
    ['en-US', 'dark'],
    ['zh-CN', 'light'],
  ] as const) {
    it(`the explanation is whole on a phone, ${locale}, ${colorScheme}`, async () => {
      const page = await visitor.open('/', { locale, colorScheme, viewport: PHONE });
      await page.locator('#key-figures .figure-button').nth(4).click();
      const dialog = page.getByRole('dialog');
      await dialog.waitFor();
      const box = await dialog.boundingBox();
      expect(box?.x).toBeGreaterThanOrEqual(0);
      expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(PHONE.width);
      expect(await axeViolations(page)).toEqual([]);
      expect(await cutTexts(page)).toEqual([]);
      await page.context().close();
    });
  }

  it('a view is saved, found, renamed, deleted and brought back', async () => {
    const page = await visitor.open('/records?school=1&sort=-hired_on');
    const open = () => page.getByRole('button', { name: 'Saved views' }).click();
    await open();
    await page.getByText('No view is saved yet.').waitFor();
    await page.getByRole('textbox', { name: 'Save this view as' }).fill('Lanqi, latest first');
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: 'Lanqi, latest first' }).waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await page.getByRole('textbox', { name: 'Save this view as' }).fill('LANQI, latest first');
    await page.keyboard.press('Enter');
    await page.getByText('There is a view of this name already').waitFor();
    await page.keyboard.press('Escape');

    await page.getByRole('link', { name: 'Overview', exact: true }).click();
    await page.waitForURL((url) => url.pathname === '/');
    await settled(page);
    await open();
    await page.getByRole('link', { name: 'Lanqi, latest first' }).click();
    await page.waitForURL((url) => url.pathname === '/records');
    expect(new URL(page.url()).search).toBe('?school=1&sort=-hired_on');

    await open();
    await page.getByRole('button', { name: 'Rename the view Lanqi, latest first' }).click();
    await page.getByRole('textbox', { name: /New name/ }).fill('For the visit');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Delete the view For the visit' }).click();
    await page.getByText('“For the visit” is deleted.').waitFor();
    expect(await ask('/api/views')).toEqual([]);
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByRole('link', { name: 'For the visit' }).waitFor();
    expect(await ask('/api/views')).toMatchObject([
      { name: 'For the visit', path: '/records', query: 'school=1&sort=-hired_on' },
    ]);
    visitor.errors.splice(0, visitor.errors.filter((text) => text.includes('409')).length);
    await page.context().close();
  });

  it('links between pages keep the filters, and nothing that only one page knows', async () => {
    const page = await visitor.open('/?school=1&school=3&degree=bachelor&sort=school&table=flow');
    await page.getByRole('link', { name: 'Records', exact: true }).click();
    await page.waitForURL((url) => url.pathname === '/records');
    expect(new URL(page.url()).search).toBe('?school=1&school=3&degree=bachelor');
    await page.context().close();
  });

  it('no page asks twice for the same data, and switching back is instant from the cache', async () => {
    const context = await browser.newContext({
      storageState: server.session,
      viewport: WIDE,
      locale: 'en-US',
    });
    const page = await context.newPage();
    const asked: string[] = [];
    page.on('request', (request) => {
      const { pathname, search } = new URL(request.url());
      if (pathname.startsWith('/api/')) asked.push(pathname + search);
    });
    await page.goto(server.url);
    await settled(page);
    await page.locator('.recharts-wrapper, .drawn-chart').nth(4).waitFor();
    expect(asked.length).toBeGreaterThan(5);
    expect(new Set(asked).size, asked.toSorted().join('\n')).toBe(asked.length);

    await page.getByRole('link', { name: 'Records', exact: true }).click();
    await page.locator('.records-table').waitFor();
    await settled(page);
    expect(new Set(asked).size, asked.toSorted().join('\n')).toBe(asked.length);

    // Nothing that the page showed before is waited for: with the server out of reach it is there at once.
    await page.route('**/api/**', (route) => route.abort());
    await page.getByRole('link', { name: 'Overview', exact: true }).click();
    await page.locator('#key-figures .figure-value').first().waitFor();
    await page.locator('#schools tbody tr').first().waitFor();
    await page.locator('.recharts-wrapper, .drawn-chart').nth(4).waitFor();
    expect(await page.locator('.mantine-Skeleton-root').count()).toBe(0);
    expect(await page.getByRole('alert').count()).toBe(0);
    await context.close();
  });

  it('what the pointer rests on is asked for before it is clicked', async () => {
    const page = await visitor.open('/');
    const pending = new Set<string>();
    const foreseen: string[] = [];
    page.on('request', (request) => {
      pending.add(request.url());
      if (/[?&]school=\d/.test(request.url())) foreseen.push(new URL(request.url()).pathname);
    });
    page.on('requestfinished', (request) => pending.delete(request.url()));
    page.on('requestfailed', (request) => pending.delete(request.url()));
    const rows = page.locator('#schools tbody tr');
    // A vocational college: pay is compared within another degree than that of most.
    const name = rows.filter({ hasText: 'Vocational' }).first().locator('.filter-name');
    const school = await name.innerText();
    await name.hover();
    await expect.poll(() => foreseen.length, { timeout: 10_000 }).toBeGreaterThan(5);
    expect(foreseen).toContain('/api/flow');
    await expect.poll(() => pending.size, { timeout: 10_000 }).toBe(0);
    // With the server out of reach, the click is answered all the same.
    await page.route('**/api/**', (route) => route.abort());
    await name.click();
    await expect.poll(() => rows.count(), { timeout: 10_000 }).toBe(1);
    expect(await rows.first().innerText()).toContain(school);
    await settled(page);
    expect(await page.getByRole('alert').count()).toBe(0);
    await page.context().close();
  });

  it('the Overview can be walked by the keyboard from top to bottom, in the order of sight', async () => {
    const page = await visitor.open('/');
    const stops: { label: string; top: number; visible: boolean }[] = [];
    await page.locator('.skip-link').focus();
    await page.keyboard.press('Enter');
    for (let step = 0; step < 400; step += 1) {
      await page.keyboard.press('Tab');
      const stop = await page.evaluate(() => {
        const element = document.activeElement;
        if (element === null || element.closest('main') === null) return null;
        const { top, width } = element.getBoundingClientRect();
        const panel = element.closest('section.panel')?.id ?? '';
        return { label: panel, top: top + window.scrollY, visible: width > 0 };
      });
      if (stop === null) break;
      stops.push(stop);
    }
    expect(stops.length).toBeLessThan(400);
    expect(stops.every(({ visible }) => visible)).toBe(true);
    const panels = [...new Set(stops.map(({ label }) => label).filter(Boolean))];
    const all = await page.locator('section.panel').evaluateAll((list) => list.map(({ id }) => id));
    expect(panels).toEqual(all);
    await page.context().close();
  });

  it('the CSV of a panel says what it is of, and its numbers are those of the API', async () => {
    const page = await visitor.open('/?degree=bachelor');
    const panel = page.locator('#hires-by-channel');
    await panel.getByRole('button', { name: /Options/ }).click();
    const waiting = page.waitForEvent('download');
    await page.getByRole('menuitem', { name: 'Export CSV' }).click();
    const lines = readFileSync(await (await waiting).path(), 'utf8')
      .replace('\uFEFF', '')
      .split('\r\n');
    const notes = lines.filter((line) => /^"?#/.test(line)).join('\n');
    expect(notes).toContain('How do they find us?');
    expect(notes).toContain(METRICS.hires.definition.en);
    expect(notes).toContain('Degree: Bachelor');
    expect(notes).toContain('September 30, 2026');
    expect(notes).toContain('degree=bachelor#hires-by-channel');
    const rows = lines.filter((line) => !/^"?#/.test(line) && line !== '').slice(1);
    const sum = rows.reduce((all, line) => all + Number(line.split(',').at(-1)), 0);
    const { total } = await ask('/api/query?metric=hires&degree=bachelor');
    expect(sum).toBe(total.hires.value);
    await page.context().close();
  });

  it.each(['/', '/records?school=1', '/import'])(
    '%s fits on A4 when it is printed',
    async (path) => {
      const page = await visitor.open(path);
      await page.emulateMedia({ media: 'print' });
      // The width of A4 between its margins, at 96 dots to the inch.
      await page.setViewportSize({ width: 688, height: 971 });
      await page.waitForTimeout(300);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(wide).toBeLessThanOrEqual(688);
      expect(await page.locator('.mantine-AppShell-header').isVisible()).toBe(false);
      const pdf = await page.pdf({ format: 'A4' });
      expect(pdf.subarray(0, 4).toString('latin1')).toBe('%PDF');
      await page.context().close();
    },
  );

  it.each(['/', '/schools/3', '/retention', '/majors'])(
    'the charts of %s are whole on paper, which is narrower than the window',
    async (path) => {
      const page = await visitor.open(path);
      await page.locator('.recharts-wrapper, .drawn-chart').nth(3).waitFor();
      await page.emulateMedia({ media: 'print' });
      // At once, as on paper: charts are not told of the width, and drawn for it, before it is printed.
      const charts = await page.evaluate(() => {
        const main = document.querySelector('main');
        if (main === null) throw new Error('No main');
        main.style.width = '688px';
        const drawn = document.querySelectorAll<SVGSVGElement>(
          '.recharts-wrapper > svg, .drawn-chart > svg',
        );
        return [...drawn].map((svg) => {
          const { left } = svg.getBoundingClientRect();
          const scale = svg.getScreenCTM()?.a ?? Number.NaN;
          return {
            id: svg.closest('section')?.id,
            right: left + svg.viewBox.baseVal.width * scale,
          };
        });
      });
      expect(charts.length).toBeGreaterThan(3);
      expect(charts.filter(({ right }) => !(right <= 689))).toEqual([]);
      await page.context().close();
    },
  );

  it('nothing failed in the console of any of these pages', () => {
    expect(visitor.errors).toEqual([]);
  });
});
