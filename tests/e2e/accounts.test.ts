import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { axeViolations } from '../support/axe-check.ts';
import { describeInBrowser, launchBrowser } from '../support/browser.ts';
import { cutTexts } from '../support/cut-texts.ts';
import { expectToFit, LOOKS, PHONE, WIDE } from '../support/looks.ts';
import { startServer, type RunningServer } from '../support/server.ts';
import { settled } from '../support/visitor.ts';

const PASSWORD = 'four words in a row';
const SCHOOL = '岚栖理工大学';

describeInBrowser('who may come in, on the Settings page', () => {
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
    await page.goto(server.url + path);
    return page;
  }

  /** A page of an administrator who has just come in, with a session of their own. */
  async function administrator(path: string, options: BrowserContextOptions): Promise<Page> {
    const email = `admin-${Math.random().toString(36).slice(2)}@x.org`;
    const response = await server.fetchAsAdmin('/api/invitations', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ email, name: '周', role: 'admin' }),
    });
    const link = z.object({ path: z.string() }).parse(await response.json()).path;
    const page = await open(link, options);
    await page.locator('input[name="password"]').fill(PASSWORD);
    await page.keyboard.press('Enter');
    await page.locator('.recharts-wrapper').first().waitFor();
    await page.goto(server.url + path);
    await settled(page);
    return page;
  }

  it('an invitation goes from the administrator to the first sign-in, in Chinese on a phone', async () => {
    const phone = { locale: 'zh-CN', viewport: PHONE };
    const page = await administrator('/settings', phone);
    const form = page.locator('form', { has: page.getByRole('button', { name: '生成邀请' }) });
    await form.getByRole('textbox', { name: '姓名' }).fill('吴院长');
    await form.getByRole('textbox', { name: '电子邮箱' }).fill('wu@x.org');
    await form.getByRole('combobox', { name: '角色' }).selectOption({ label: '院长' });
    await form.getByRole('combobox', { name: '学校' }).selectOption({ label: SCHOOL });
    await form.getByRole('button', { name: '生成邀请' }).click();
    await page.getByText('请仅发送给 wu@x.org').waitFor();
    const link = await form.locator('.secret').innerText();
    expect(link.startsWith(`${server.url}/join/`)).toBe(true);
    await page.getByRole('button', { name: '撤回吴院长的邀请' }).waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      PHONE.width,
    );
    expect(await axeViolations(page)).toEqual([]);
    expect(await cutTexts(page)).toEqual([]);

    const dean = await open(link.slice(server.url.length), phone);
    await dean.getByText('您受邀的身份是：院长。').waitFor();
    expect(await dean.getByRole('textbox', { name: '电子邮箱' }).inputValue()).toBe('wu@x.org');
    await dean.getByRole('textbox', { name: '新密码' }).fill('short');
    await dean.keyboard.press('Enter');
    expect(await dean.getByRole('textbox', { name: '新密码' }).count()).toBe(1);
    await dean.getByRole('textbox', { name: '新密码' }).fill(PASSWORD);
    await dean.keyboard.press('Enter');
    await dean.getByText('企业尚未发布贵校的数据').waitFor();
    expect(await cutTexts(dean)).toEqual([]);
    expect(await axeViolations(dean)).toEqual([]);

    // The link is spent, and what stands on the page does not say for whom it was.
    const again = await open(link.slice(server.url.length), phone);
    await again.getByText('此链接无法使用').waitFor();
    expect(await again.getByText('wu@x.org').count()).toBe(0);

    // The dean is shut out at once, and let in again by the password.
    await page.reload();
    await page.getByRole('button', { name: '停用吴院长' }).click();
    await page.getByRole('button', { name: '重新启用吴院长' }).waitFor();
    await dean.reload();
    await dean.getByRole('textbox', { name: '密码' }).fill(PASSWORD);
    await dean.getByLabel('电子邮箱').fill('wu@x.org');
    await dean.keyboard.press('Enter');
    await dean.getByText('登录被拒绝').waitFor();
    await page.getByRole('button', { name: '重新启用吴院长' }).click();
    await page.getByRole('button', { name: '停用吴院长' }).waitFor();
    await dean.getByRole('button', { name: '登录', exact: true }).click();
    await dean.getByText('企业尚未发布贵校的数据').waitFor();
    for (const one of [page, dean, again]) await one.context().close();
  });

  it('a token is shown once, works, and is refused as soon as it is revoked', async () => {
    const page = await administrator('/settings', {});
    const form = page.locator('form', { has: page.getByRole('button', { name: 'Make it' }) });
    await form.getByRole('textbox', { name: 'What is it for?' }).fill('Monthly figures');
    await form.getByRole('textbox', { name: 'Days until it expires' }).fill('7');
    await form.getByRole('button', { name: 'Make it' }).click();
    const secret = await form.locator('.secret').innerText();
    const headers = { Authorization: `Bearer ${secret}` };
    const status = async () =>
      (await fetch(`${server.url}/api/query?metric=hires`, { headers })).status;
    expect(await status()).toBe(200);

    await page.reload();
    await page.getByRole('button', { name: 'Revoke the token Monthly figures' }).waitFor();
    expect(await page.locator('.secret').count()).toBe(0);
    expect(await page.locator('body').innerText()).not.toContain(secret);
    await page.getByRole('button', { name: 'Revoke the token Monthly figures' }).click();
    await page
      .getByRole('button', { name: 'Revoke the token Monthly figures' })
      .waitFor({ state: 'detached' });
    expect(await status()).toBe(401);
    await page.context().close();
  });

  it('a dean may be invited to one college of a school, and to none of another', async () => {
    const page = await administrator('/settings', {});
    const form = page.locator('form', {
      has: page.getByRole('button', { name: 'Make the invitation' }),
    });
    const college = form.getByRole('combobox', { name: 'College' });
    await form.getByRole('textbox', { name: 'Name' }).fill('Of a college');
    await form.getByRole('textbox', { name: 'E-mail address' }).fill('college@x.org');
    expect(await college.count()).toBe(0);
    await form.getByRole('combobox', { name: 'Role' }).selectOption({ label: 'Dean' });
    const school = form.getByRole('combobox', { name: 'School' });
    const collegesOf = async (label: string) => {
      await school.selectOption({ label });
      return college.locator('option').allInnerTexts();
    };
    const listed = await (await server.fetchAsAdmin('/api/directory/schools')).text();
    const withColleges = z
      .object({
        rows: z.array(
          z.object({
            id: z.number(),
            fields: z.object({ name: z.string() }),
            colleges: z.array(z.object({ id: z.number(), name: z.string() })),
          }),
        ),
      })
      .parse(JSON.parse(listed))
      .rows.filter(({ colleges }) => colleges.length > 0);
    const [one, other] = withColleges;
    const [chosen] = one?.colleges ?? [];
    if (one === undefined || other === undefined || chosen === undefined) throw new Error('none');
    for (const { fields, colleges } of [one, other, one]) {
      const names = colleges.map(({ name }) => name);
      expect(await collegesOf(fields.name)).toEqual(['The whole school', ...names]);
    }
    await college.selectOption({ label: chosen.name });
    // Another school has other colleges: the choice does not stay.
    await school.selectOption({ label: other.fields.name });
    expect(await college.inputValue()).toBe('');
    await school.selectOption({ label: one.fields.name });
    await college.selectOption({ label: chosen.name });
    await form.getByRole('button', { name: 'Make the invitation' }).click();
    const link = await form.locator('.secret').innerText();
    await page
      .getByRole('row', { name: 'Of a college' })
      .getByText(`Dean · ${one.fields.name} · ${chosen.name}`)
      .waitFor();

    const dean = await open(link.slice(server.url.length));
    await dean.locator('input[name="password"]').fill(PASSWORD);
    await dean.keyboard.press('Enter');
    await dean.getByRole('button', { name: 'Account of Of a college' }).waitFor();
    const me = await dean.evaluate(async () => (await fetch('/api/me')).json() as Promise<unknown>);
    expect(me).toMatchObject({
      scope: { kind: 'school', school: { id: one.id }, college: { id: chosen.id } },
    });
    for (const opened of [page, dean]) await opened.context().close();
  });

  it('the audit trail says who invited whom, and is filtered by person, kind and period', async () => {
    const page = await administrator('/settings', {});
    const form = page.locator('form', {
      has: page.getByRole('button', { name: 'Make the invitation' }),
    });
    await form.getByRole('textbox', { name: 'Name' }).fill('Audit');
    await form.getByRole('textbox', { name: 'E-mail address' }).fill('audit@x.org');
    await form.locator('button[type="submit"]').click();
    await form.locator('.secret').waitFor();
    await page.getByRole('link', { name: 'Who did what' }).click();
    const rows = page.locator('tbody tr');
    // The page of settings, still to be seen for a moment, has rows of its own.
    await page.getByRole('combobox', { name: 'What it was done to' }).waitFor();
    await rows.first().waitFor();
    expect(await rows.first().innerText()).toMatch(/周[^]*Invitation · Added[^]*audit@x.org/);
    const all = await rows.count();
    await page.getByRole('combobox', { name: 'What it was done to' }).selectOption('token');
    await page.waitForURL(/what=token/);
    await expect.poll(() => rows.count()).toBeLessThan(all);
    for (const text of await rows.allInnerTexts()) expect(text).toContain('Token');
    await page.getByLabel('To', { exact: true }).fill('2020-01-01');
    await page.getByText('Nothing of the kind was done.').waitFor();
    // The address is the view.
    await page.goto(`${server.url}/settings/audit?what=invitation`);
    await rows.first().waitFor();
    for (const text of await rows.allInnerTexts()) expect(text).toContain('Invitation');
    await page.context().close();
  });

  it('an HR manager sees neither people nor tokens', async () => {
    const page = await open('/settings', { storageState: server.session });
    await settled(page);
    await page.getByRole('heading', { name: 'Settings' }).waitFor();
    expect(await page.getByText('Users and invitations').count()).toBe(0);
    expect(await page.getByText('Tokens for scripts').count()).toBe(0);
    await page.context().close();
  });

  for (const { locale, colorScheme, viewport } of LOOKS) {
    it(`is accessible in ${locale}, ${colorScheme}, ${viewport.width} px wide, and nothing is cut in either width`, async () => {
      const page = await administrator('/settings', { locale, colorScheme, viewport });
      for (const path of ['/settings', '/settings/audit']) {
        await page.goto(server.url + path);
        await settled(page);
        await page.locator('tbody tr').first().waitFor();
        expect(await axeViolations(page), path).toEqual([]);
        await expectToFit(page);
      }
      await page.context().close();
    });
  }

  it('and nothing failed on any of these pages', () => {
    expect(errors).toEqual([]);
  });
});
