import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { axeViolations } from '../support/axe-check.ts';
import { describeInBrowser, launchBrowser } from '../support/browser.ts';
import { cutTexts } from '../support/cut-texts.ts';
import {
  CLIENT,
  freePort,
  startProvider,
  type RunningProvider,
} from '../support/identity-provider.ts';
import { expectToFit, LOOKS, PHONE, WIDE } from '../support/looks.ts';
import { startServer, type RunningServer } from '../support/server.ts';
import { settled } from '../support/visitor.ts';

describeInBrowser('signing in by the company’s provider', () => {
  let provider: RunningProvider;
  let server: RunningServer;
  let browser: Browser;
  const errors: string[] = [];

  beforeAll(async () => {
    const port = await freePort();
    const url = `http://127.0.0.1:${port}`;
    provider = await startProvider(`${url}/api/auth/callback/sso`);
    server = await startServer({
      environment: {
        PORT: String(port),
        PUBLIC_URL: url,
        OIDC_ISSUER: provider.config.issuer,
        OIDC_CLIENT_ID: CLIENT.clientId,
        OIDC_CLIENT_SECRET: CLIENT.clientSecret,
        OIDC_LABEL: '星岳',
        LOG_LEVEL: 'error',
      },
    });
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await server.stop();
    await provider.stop();
  });

  async function open(path: string, options: BrowserContextOptions = {}): Promise<Page> {
    const context = await browser.newContext({ viewport: WIDE, locale: 'en-US', ...options });
    const page = await context.newPage();
    page.on('pageerror', (error) => errors.push(error.message));
    await page.goto(server.url + path);
    return page;
  }

  async function invite(email: string, role: string): Promise<void> {
    const { status } = await server.fetchAsAdmin('/api/invitations', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ email, name: '林', role, schoolId: role === 'dean' ? 1 : null }),
    });
    expect(status).toBe(201);
  }

  /** Signs in on the provider's own pages and agrees. */
  async function atProvider(page: Page, who: string): Promise<void> {
    await page.waitForURL(`${provider.config.issuer}/**`);
    await page.locator('input[name="login"]').fill(who);
    await page.locator('input[name="password"]').fill('any');
    await page.locator('button[type="submit"]').click();
    await page.locator('input[name="prompt"][value="consent"]').waitFor({ state: 'attached' });
    await page.locator('button[type="submit"]').click();
    await page.waitForURL(`${server.url}/**`);
  }

  it('leads there and back to the page that was asked for, out and in again', async () => {
    provider.people.set('lin', { email: 'lin@x.org', email_verified: true });
    await invite('lin@x.org', 'hr');
    const page = await open('/schools?year=2020..2024');
    await page.getByRole('button', { name: 'Sign in with 星岳' }).click();
    await atProvider(page, 'lin');
    await settled(page);
    await page.getByRole('heading', { name: 'Schools', level: 1 }).waitFor();
    expect(page.url()).toBe(`${server.url}/schools?year=2020..2024`);
    await page.getByRole('button', { name: 'Account of 林' }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    await page.getByRole('button', { name: 'Sign in with 星岳' }).click();
    // The provider still knows who this is.
    await page.getByRole('button', { name: 'Account of 林' }).waitFor();
    await page.context().close();
  });

  it('says why somebody is not let in, in Chinese on a phone, and lets them in once they are invited', async () => {
    provider.people.set('new', { email: 'new@x.org', email_verified: true });
    const page = await open('/?school=1', { locale: 'zh-CN', viewport: PHONE });
    await page.getByRole('button', { name: '使用星岳登录' }).click();
    await atProvider(page, 'new');
    await page.getByText('该电子邮箱没有账户，也没有有效的邀请。').waitFor();
    expect(await axeViolations(page)).toEqual([]);
    expect(await cutTexts(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      PHONE.width,
    );
    await invite('new@x.org', 'dean');
    await page.getByRole('button', { name: '使用星岳登录' }).click();
    // A dean sees the own pages only, whatever was asked for.
    await page.getByText('企业尚未发布贵校的数据').waitFor();
    expect(page.url()).toBe(`${server.url}/graduates`);
    await page.context().close();
  });

  for (const { locale, colorScheme, viewport } of LOOKS) {
    it(`axe finds nothing in ${locale}, ${colorScheme}, ${viewport.width} px wide, and nothing is cut in either width`, async () => {
      const page = await open('/?refused=other_person', { locale, colorScheme, viewport });
      await page.getByRole('alert').waitFor();
      expect(await axeViolations(page)).toEqual([]);
      await expectToFit(page);
      await page.context().close();
    });
  }

  it('says that the provider is down, without leaving the page', async () => {
    await provider.stop();
    const page = await open('/pipeline');
    await page.getByRole('button', { name: 'Sign in with 星岳' }).click();
    await page.getByText('The provider cannot be reached.').waitFor();
    expect(page.url()).toBe(`${server.url}/pipeline`);
    await page.context().close();
    expect(errors).toEqual([]);
  });
});
