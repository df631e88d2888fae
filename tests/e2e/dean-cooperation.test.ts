import type { BrowserContextOptions, Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { isoFromDay, today } from '../../domain/dates.ts';
import { axeViolations } from '../support/axe-check.ts';
import { describeInBrowser } from '../support/browser.ts';
import { cutTexts } from '../support/cut-texts.ts';
import { PHONE } from '../support/looks.ts';
import type { BrowserSession } from '../support/server.ts';
import { itIsChinese, itLooksRight, usePageSuite } from './page-suite.ts';

const PATH = '/cooperation?on=2026-09-30';
const DAY = isoFromDay(today() + 40);

describeInBrowser('a dean’s page Cooperation', () => {
  const suite = usePageSuite(async (page: Page) => {
    await page.locator('main svg.timeline').first().waitFor();
    await page.locator('.due-list').first().waitFor();
  });
  let dean: BrowserSession;
  beforeAll(async () => {
    dean = await suite.deanSession(1);
  });
  const asDean = {
    ...suite,
    open: (path: string, options: BrowserContextOptions = {}) =>
      suite.open(path, { storageState: dean, ...options }),
  };

  // Before anybody writes English into it.
  itIsChinese(asDean, [PATH], /Talentbridge|English|HR/g);

  /** A line of a list by a text in it. */
  const lineOf = (page: Page, topic: string) =>
    page.locator('.due-list li').filter({ hasText: topic });

  it('is reached on a phone, and proposes visits that the company accepts or declines with a reason', async () => {
    const page = await asDean.open(PATH, { locale: 'zh-CN', viewport: PHONE });
    await page.getByRole('button', { name: '菜单' }).click();
    const link = page.getByRole('link', { name: '校企合作' }).last();
    expect(await link.getAttribute('aria-current')).toBe('page');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: '菜单' }).click();
    for (const topic of ['专业设置交流', '实习座谈']) {
      await page.getByRole('button', { name: '提议走访' }).focus();
      await page.keyboard.press('Enter');
      await page.getByLabel('主题').fill(topic);
      await page.getByLabel('日期或起始日期').fill(DAY);
      await page.getByLabel('备注').fill('下午为宜');
      expect(await axeViolations(page)).toEqual([]);
      expect(await cutTexts(page)).toEqual([]);
      await page.getByLabel('备注').press('Tab');
      await page.keyboard.press('Enter');
      await lineOf(page, topic).getByText('待答复').waitFor();
    }

    const hr = await suite.open(PATH);
    const dialog = hr.getByRole('dialog');
    await hr.getByText('2 proposals wait for an answer.').waitFor();
    await hr.getByRole('button', { name: /^Accept 专业设置交流, Lanqi/ }).click();
    await dialog.getByLabel('Title').fill('Talk about majors');
    expect(await axeViolations(hr)).toEqual([]);
    await dialog.getByRole('button', { name: 'Accept' }).click();
    await dialog.waitFor({ state: 'detached' });
    await lineOf(hr, '专业设置交流').getByText('Accepted').waitFor();
    await hr.getByRole('button', { name: /^Decline 实习座谈/ }).click();
    await dialog.getByLabel('Reason').fill('Nobody is free that week.');
    await dialog.getByRole('button', { name: 'Decline' }).click();
    await dialog.waitFor({ state: 'detached' });
    const { rows } = await suite.api('cooperation?search=talk+majors');
    expect(rows).toMatchObject([
      { kind: 'visit', status: 'planned', starts_on: DAY, shared: true, school: { id: 1 } },
    ]);

    await page.reload();
    await lineOf(page, '专业设置交流').getByText('已接受').waitFor();
    await lineOf(page, '实习座谈').getByText('理由：Nobody is free that week.').waitFor();
    await page.getByRole('table').getByText('Talk about majors').waitFor();
    for (const one of [page, hr]) await one.context().close();
  });

  it('confirms a promise as kept, which the company sees', async () => {
    const page = await asDean.open(PATH);
    const text = 'Send the list of internship places';
    await page.getByRole('button', { name: `Confirm as kept: ${text}` }).click();
    await lineOf(page, text)
      .getByText(/^We confirmed it on/)
      .waitFor();
    const hr = await suite.open('/cooperation?on=2026-09-30&school=1');
    const section = hr.locator('section').filter({ hasText: 'Promises that schools confirmed' });
    await section.getByText(text).waitFor();
    const trail = await suite.fetchAsAdmin('/api/audit?action=confirm');
    const audit = await trail.json();
    expect(audit.rows).toMatchObject([{ by: { name: '吴' }, entity: 'cooperation' }]);
    for (const one of [page, hr]) await one.context().close();
  });

  it('makes an address for a calendar program, shown once, and revokes it', async () => {
    const page = await asDean.open(PATH, { viewport: PHONE });
    await page.getByLabel('For which program?').fill('Phone');
    await page.keyboard.press('Enter');
    const secret = page.locator('.secret');
    await secret.waitFor();
    expect(await axeViolations(page)).toEqual([]);
    const address = await secret.innerText();
    expect(address).toMatch(
      /^http:\/\/127\.0\.0\.1:\d+\/api\/cooperation\.ics\?token=[\w-]{43}&lang=en$/,
    );
    const calendar = await fetch(address);
    expect(calendar.status).toBe(200);
    const dates = await calendar.text();
    expect(dates).toContain('Lanqi University of Technology');
    expect(dates).not.toMatch(/Mofeng|Heyan|Shuyan/);
    await page.reload();
    await page.getByRole('button', { name: 'Revoke the address of Phone' }).waitFor();
    expect(await secret.count()).toBe(0);
    await page.getByRole('button', { name: 'Revoke the address of Phone' }).click();
    await page
      .getByRole('button', { name: 'Revoke the address of Phone' })
      .waitFor({ state: 'detached' });
    expect((await fetch(address)).status).toBe(401);
    await page.context().close();
  });

  it('holds what is shared of the own school, and of it nothing that the company notes for itself', async () => {
    const all = await suite.api('cooperation?school=1&limit=1000');
    const shared = all.rows.filter(({ shared: is }: { shared: boolean }) => is);
    expect(shared.length).toBeLessThan(all.rows.length);
    const page = await asDean.open(PATH);
    const list = page.getByRole('table', { name: 'Everything that is shared with us' });
    expect(await list.locator('tbody tr').count()).toBe(shared.length);
    expect(await page.locator('.timeline-mark').count()).toBe(shared.length);
    const content = await page.content();
    for (const { minutes, links, outcome } of all.rows) {
      for (const note of [minutes, outcome, ...links.map(({ url }: { url: string }) => url)]) {
        if (note !== null) expect(content).not.toContain(note);
      }
    }
    // A bar leads to its row.
    await page.locator('.timeline-mark').first().click();
    expect(await page.evaluate(() => document.activeElement?.id)).toMatch(/^entry-\d+$/);
    await page.context().close();
  });

  itLooksRight(asDean, [PATH]);
});
