import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { axeViolations } from '../support/axe-check.ts';
import { describeInBrowser, launchBrowser } from '../support/browser.ts';
import { expectToFit, LOOKS, WIDE } from '../support/looks.ts';
import { startServer, type RunningServer } from '../support/server.ts';

describeInBrowser('comparing two selections', () => {
  let server: RunningServer;
  let browser: Browser;

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
    await page.goto(server.url + path);
    await page.locator('.recharts-wrapper, .drawn-chart').nth(4).waitFor();
    await page.locator('[aria-busy="true"]').first().waitFor({ state: 'detached' });
    return page;
  }

  async function total(query: string): Promise<string> {
    const response = await server.fetch(`/api/query?metric=hires&${query}`);
    const body: { total: { hires: { value: number } } } = JSON.parse(await response.text());
    return body.total.hires.value.toLocaleString('en-US');
  }

  it('shows the figures of both, by the keyboard too, and keeps them over a reload', async () => {
    const page = await open('/?school=1');
    await page.getByRole('button', { name: 'Compare with …' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('menuitem', { name: 'Everybody' }).waitFor();
    await page.getByRole('menuitem', { name: 'Everybody' }).focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/vs=on/);
    const row = page.locator('#comparison tbody tr').first().locator('td');
    const shown = async (): Promise<string[]> => (await row.allInnerTexts()).slice(0, 2);
    const expected = [await total('school=1'), await total('')];
    await expect.poll(shown).toEqual(expected);
    await page.reload();
    await page.locator('#comparison tbody tr').first().waitFor();
    await expect.poll(shown).toEqual(expected);

    await page.getByRole('button', { name: 'Compare with …' }).click();
    await page.getByRole('menuitem', { name: 'Stop comparing' }).click();
    await page.locator('#comparison').waitFor({ state: 'detached' });
    expect(new URL(page.url()).search).toBe('?school=1');
    await page.context().close();
  });

  it('draws both on one axis that begins at 0', async () => {
    const page = await open('/?school=1&vs=on&vs.school=3');
    const chart = page.locator('#compared-years');
    await chart.locator('.recharts-line').nth(1).waitFor();
    const ticks = await chart
      .locator('.recharts-yAxis .recharts-cartesian-axis-tick')
      .allTextContents();
    expect(ticks.map((text) => Number(text.replaceAll(',', ''))).toSorted((a, b) => a - b)[0]).toBe(
      0,
    );
    await page.context().close();
  });

  for (const { locale, colorScheme, viewport } of LOOKS) {
    it(`axe finds nothing in ${locale}, ${colorScheme}, ${viewport.width} px wide, and both columns are in sight in either width`, async () => {
      const page = await open('/?school=1&vs=on&vs.school=3', { locale, colorScheme, viewport });
      expect(await axeViolations(page)).toEqual([]);
      await expectToFit(page, async () => {
        const difference = await page.locator('#comparison tbody td').nth(2).boundingBox();
        expect((difference?.x ?? Infinity) + (difference?.width ?? 0)).toBeLessThanOrEqual(
          page.viewportSize()?.width ?? 0,
        );
      });
      await page.context().close();
    });
  }
});
