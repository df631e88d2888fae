import { Buffer } from 'node:buffer';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { axeViolations } from '../support/axe-check.ts';
import { describeInBrowser, launchBrowser } from '../support/browser.ts';
import { PHONE, WIDE } from '../support/looks.ts';
import { startServer, type RunningServer } from '../support/server.ts';
import { settled } from '../support/visitor.ts';

const SVG =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 9"><path fill="#4a54d4" d="M0 0h20v9z"/></svg>';

describeInBrowser('what an administrator sets for everybody', () => {
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
    const context = await browser.newContext({ viewport: WIDE, locale: 'en-US', ...options });
    const page = await context.newPage();
    await page.goto(server.url + path);
    return page;
  }

  it('set under Settings stand on every page, on the sign-in page and in print', async () => {
    const made = await server.fetchAsAdmin('/api/invitations', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ email: 'zhou@x.org', name: '周', role: 'admin' }),
    });
    const page = await open(z.object({ path: z.string() }).parse(await made.json()).path);
    await page.locator('input[name="password"]').fill('four words in a row');
    await page.keyboard.press('Enter');
    await page.locator('.recharts-wrapper').first().waitFor();
    await page.goto(`${server.url}/settings`);
    await page.getByRole('textbox', { name: 'Name of the company' }).fill('星岳集团');
    await page.getByRole('combobox', { name: 'Currency' }).selectOption('EUR');
    const company = page.getByRole('region', { name: 'What is the company called?' });
    await company.getByRole('button', { name: 'Save', exact: true }).click();
    await company.getByText('Saved.').waitFor();
    const bad = SVG.replace('<path', '<script>1</script><path');
    const choose = page.locator('input[type="file"][accept^="image/png"]');
    const drawing = (text: string) => ({
      name: 'logo.svg',
      mimeType: 'image/svg+xml',
      buffer: Buffer.from(text),
    });
    await choose.setInputFiles(drawing(bad));
    await page.getByText('which a logo needs none of').waitFor();
    await choose.setInputFiles(drawing(SVG));
    const logo = page.locator('header .company-logo');
    await logo.waitFor();
    const drawn = () => logo.evaluate((image: HTMLImageElement) => image.naturalWidth);
    await expect.poll(drawn).toBeGreaterThan(0);
    await page.getByRole('link', { name: '星岳集团, to the overview' }).waitFor();

    await page.goto(`${server.url}/schools/1/brief`);
    await settled(page);
    const printed = page.locator('.printed-mark');
    expect(await printed.isVisible()).toBe(false);
    await page.emulateMedia({ media: 'print' });
    expect(await printed.isVisible()).toBe(true);
    expect(await printed.innerText()).toContain('星岳集团');
    expect(await printed.locator('img').count()).toBe(1);
    await page.emulateMedia({ media: 'screen' });
    await page.goto(`${server.url}/settings`);
    const days = page.getByRole('region', { name: 'Of which day are the figures?' });
    await days.getByLabel('Day').fill('2023-06-30');
    await days.getByRole('button', { name: 'Save', exact: true }).click();
    await days.getByText('Saved.').waitFor();
    await page
      .locator('.data-note')
      .getByText(/as of .*2023.*as set under Settings/)
      .waitFor();
    const rules = page.getByRole('region', { name: 'How is what deans get protected?' });
    const least = rules.getByLabel('Least people of a rate and of a median of pay');
    const save = rules.getByRole('button', { name: 'Save', exact: true });
    await least.fill('9');
    await save.click();
    await rules.getByRole('alert').getByText('Use a whole number from 10 to 100').waitFor();
    await least.fill('15');
    await save.click();
    await rules.getByText('Saved.').waitFor();
    await page.reload();
    await rules.getByRole('button', { name: 'Back to the usual thresholds' }).waitFor();
    expect(await least.inputValue()).toBe('15');
    for (const viewport of [WIDE, PHONE]) {
      await page.setViewportSize(viewport);
      expect(await axeViolations(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
        viewport.width,
      );
    }
    await page.setViewportSize(WIDE);
    await days.getByRole('button', { name: 'Back to the last day of the data' }).click();
    await page
      .locator('.data-note')
      .getByText(/as set under Settings/)
      .waitFor({
        state: 'detached',
      });

    await page.goto(`${server.url}/schools/1`);
    await settled(page);
    await expect.poll(() => page.locator('main').innerText()).toContain('€');
    expect(await page.locator('main').innerText()).not.toContain('¥');
    await page.context().close();
  });

  for (const [locale, colorScheme, viewport] of [
    ['en-US', 'light', WIDE],
    ['zh-CN', 'dark', PHONE],
  ] as const) {
    it(`stand on the sign-in page in ${locale}, ${colorScheme}, ${viewport.width} px wide`, async () => {
      const page = await open('/', { locale, colorScheme, viewport });
      await page.locator('form').waitFor();
      await page.locator('header .company-logo').waitFor();
      expect(await page.locator('header .company-name').innerText()).toBe('星岳集团');
      expect(await axeViolations(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
        viewport.width,
      );
      await page.context().close();
    });
  }
});
