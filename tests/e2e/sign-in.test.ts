import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { axeViolations } from '../support/axe-check.ts';
import { describeInBrowser, launchBrowser } from '../support/browser.ts';
import { expectToFit, LOOKS, PHONE, WIDE } from '../support/looks.ts';
import { startServer, type RunningServer } from '../support/server.ts';

const PASSWORD = 'four words in a row';

describeInBrowser('coming in', () => {
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

  async function invitation(email: string, role: string): Promise<string> {
    const response = await server.fetchAsAdmin('/api/invitations', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ email, name: 'Lin', role, schoolId: role === 'dean' ? 1 : null }),
    });
    return z.object({ path: z.string() }).parse(await response.json()).path;
  }

  it('goes from the link of an invitation to the Overview, and from there out and in again', async () => {
    const page = await open(await invitation('lin@x.org', 'hr'));
    await page.getByText('You are invited as: HR manager.').waitFor();
    await page.getByRole('textbox', { name: 'New password' }).fill(PASSWORD);
    await page.keyboard.press('Enter');
    await page.locator('.recharts-wrapper').first().waitFor();

    await page.getByRole('button', { name: 'Account of Lin' }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    expect(await page.locator('.recharts-wrapper').count()).toBe(0);

    await page.goto(`${server.url}/?school=1`);
    await page.getByLabel('E-mail address').fill('lin@x.org');
    await page.getByRole('textbox', { name: 'Password' }).fill('not the one');
    await page.keyboard.press('Enter');
    await page.getByText('Address or password is not right.').waitFor();
    await page.getByRole('textbox', { name: 'Password' }).fill(PASSWORD);
    await page.keyboard.press('Enter');
    // The address that was asked for is kept.
    await page.getByRole('button', { name: /Remove the filter School/ }).waitFor();
    await page.context().close();
  });

  it('a dean sees no page of the company, whatever the address', async () => {
    const page = await open(await invitation('dean@x.org', 'dean'), {
      locale: 'zh-CN',
      viewport: PHONE,
    });
    await page.getByRole('textbox', { name: '新密码' }).fill(PASSWORD);
    await page.keyboard.press('Enter');
    await page.getByText('尚未发布数据').waitFor();
    const asked: string[] = [];
    page.on('response', (response) => {
      if (response.url().includes('/api/') && response.ok()) asked.push(response.url());
    });
    for (const path of ['/', '/import', '/schools/2', '/?school=2']) {
      await page.goto(server.url + path);
      await page.getByText('尚未发布数据').waitFor();
    }
    expect(asked.filter((url) => !/\/api\/(me|welcome)$/.test(url))).toEqual([]);
    await page.context().close();
  });

  it('a session that was ended elsewhere leads to the sign-in', async () => {
    const page = await open(await invitation('third@x.org', 'hr'));
    await page.getByRole('textbox', { name: 'New password' }).fill(PASSWORD);
    await page.keyboard.press('Enter');
    await page.locator('.recharts-wrapper').first().waitFor();
    const users = z
      .array(z.object({ id: z.string(), email: z.string() }))
      .parse(await (await server.fetchAsAdmin('/api/users')).json());
    const { id } = users.find(({ email }) => email === 'third@x.org') ?? { id: '' };
    await server.fetchAsAdmin(`/api/users/${id}`, {
      method: 'PATCH',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ disabled: true }),
    });
    await page.locator('#hires-by-year .bar').first().click();
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    await page.context().close();
  });

  for (const { locale, colorScheme, viewport } of LOOKS) {
    it(`axe finds nothing in ${locale}, ${colorScheme}, ${viewport.width} px wide, and nothing is cut in either width`, async () => {
      const options = { locale, colorScheme, viewport };
      const page = await open('/', options);
      await page.locator('form').waitFor();
      expect(await axeViolations(page)).toEqual([]);
      await expectToFit(page);
      await page.goto(server.url + (await invitation(`${locale}-${colorScheme}@x.org`, 'hr')));
      await page.locator('form').waitFor();
      expect(await axeViolations(page)).toEqual([]);
      await page.locator('input[name="password"]').fill(PASSWORD);
      await page.keyboard.press('Enter');
      await page.locator('.recharts-wrapper').first().waitFor();
      await page.goto(`${server.url}/account`);
      await page.locator('tbody tr').first().waitFor();
      expect(await axeViolations(page)).toEqual([]);
      await expectToFit(page);
      await page.context().close();
    });
  }
});
