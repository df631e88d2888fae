import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { axeViolations } from '../support/axe-check.ts';
import { describeInBrowser, launchBrowser } from '../support/browser.ts';
import { cutTexts } from '../support/cut-texts.ts';
import { startServer, type RunningServer } from '../support/server.ts';
import { visitorOf, type Visitor } from '../support/visitor.ts';
import { itIsChinese, itLooksRight, numberOf, rowsOf, usePageSuite } from './page-suite.ts';

const PATH = '/cooperation?on=2026-09-30';

async function ready(page: Page): Promise<void> {
  await page.locator('main svg.timeline').first().waitFor();
  await page.locator('.due-list').first().waitFor();
}

const dialog = (page: Page) => page.getByRole('dialog');

/** Waits until a promise of a form has the focus. */
async function focusedPromise(form: Locator, number: number): Promise<void> {
  const text = form
    .getByRole('group', { name: `Promise ${number}` })
    .getByLabel('What is promised');
  await expect.poll(() => text.evaluate((one) => one === document.activeElement)).toBe(true);
}

describeInBrowser('the page Cooperation', () => {
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
    // What the server refuses stands in the console too: one wrong link, one lost race.
    expect(visitor.errors.map((text) => /status of (\d+)/.exec(text)?.[1])).toEqual(['400', '412']);
  });
  const suite = {
    open: async (path: string) => {
      const page = await visitor.open(path);
      await ready(page);
      return page;
    },
    api: async (query: string): Promise<ReturnType<typeof JSON.parse>> =>
      (await server.fetch(`/api/${query}`)).json(),
  };
  const ledgerRows = (page: Page) => page.locator('table[aria-label="The ledger"] tbody tr');

  it('adds, finds, changes, ends, deletes and restores an entry; the address keeps the filters', async () => {
    const page = await suite.open(PATH);
    await page.getByRole('button', { name: 'Add an entry' }).click();
    const form = dialog(page);
    await form.getByLabel('School').selectOption({ index: 1 });
    await form.getByLabel('Kind').selectOption('visit');
    await form.getByLabel('Title').fill('Symposium on trains');
    await form.getByLabel('Starts on').fill('2026-09-20');
    // With the keyboard alone: a new row has the focus, a row that goes gives it to the button that adds one.
    await form.getByRole('button', { name: 'Add a promise' }).focus();
    await page.keyboard.press('Enter');
    await focusedPromise(form, 1);
    await page.keyboard.type('Send names');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Career office');
    await form.getByRole('group', { name: 'Promise 1' }).getByLabel('Due on').fill('2026-09-25');
    const add = form.getByRole('button', { name: 'Add a promise' });
    for (const [index, text] of ['A slip', 'Call'].entries()) {
      await add.focus();
      await page.keyboard.press('Enter');
      await focusedPromise(form, index + 2);
      await page.keyboard.type(text);
    }
    await form.getByRole('button', { name: 'Remove promise 2' }).focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => add.evaluate((one) => one === document.activeElement)).toBe(true);
    const second = form.getByRole('group', { name: 'Promise 2' });
    expect(await second.getByLabel('What is promised').inputValue()).toBe('Call');
    await second.getByLabel('Kept').check();
    await form.getByRole('button', { name: 'Add a link' }).click();
    await form.getByLabel('Web address').fill('nowhere');
    await form.getByRole('button', { name: 'Save' }).click();
    await form.getByText('no web address').waitFor();
    expect(await form.getByLabel('What is promised').first().inputValue()).toBe('Send names');
    await form.getByLabel('What it is').fill('Minutes');
    await form.getByLabel('Web address').fill('https://files.example/minutes');
    await form.getByRole('button', { name: 'Save' }).click();
    await form.waitFor({ state: 'detached' });

    await page.getByText('Send names').waitFor();
    await page.getByLabel('Search the ledger').fill('symposium trains');
    await page.waitForURL(/search=symposium/);
    await expect.poll(() => ledgerRows(page).count()).toBe(1);
    await page.getByLabel('Kind', { exact: true }).selectOption('visit');
    await page.reload();
    await ready(page);
    expect(await page.getByLabel('Search the ledger').inputValue()).toBe('symposium trains');
    expect(await ledgerRows(page).count()).toBe(1);

    await page.getByRole('button', { name: /^Open Symposium/ }).click();
    expect(await form.getByLabel('Web address').inputValue()).toBe('https://files.example/minutes');
    const stored = (await suite.api('cooperation?search=symposium')).rows[0];
    const unsaid = { due_on: null, owner: null, confirmed_on: null };
    expect(stored.promises).toEqual([
      { ...unsaid, due_on: '2026-09-25', owner: 'Career office', text: 'Send names', done: false },
      { ...unsaid, text: 'Call', done: true },
    ]);
    expect(stored.links).toEqual([{ title: 'Minutes', url: 'https://files.example/minutes' }]);
    await form.getByRole('button', { name: 'Mark as ended' }).click();
    await form.waitFor({ state: 'detached' });
    await expect.poll(() => ledgerRows(page).innerText()).toContain('Ended');

    await page.getByRole('button', { name: /^Open Symposium/ }).click();
    await form.getByRole('button', { name: 'Delete' }).click();
    await form.waitFor({ state: 'detached' });
    await page.getByText('Nothing matches.').waitFor();
    await page.getByRole('button', { name: 'Restore Symposium on trains' }).click();
    await expect.poll(() => ledgerRows(page).count()).toBe(1);
    const trail = await server.fetchAsAdmin('/api/audit?limit=4&kind=cooperation');
    const audit = JSON.parse(await trail.text());
    expect(audit.rows.map(({ action }: { action: string }) => action)).toEqual([
      'restore',
      'delete',
      'change',
      'add',
    ]);
    expect(audit.rows[0].by).toMatchObject({ name: '林' });
    await page.context().close();
  });

  it('shows the second of two editors both versions, and loses nothing', async () => {
    const first = await suite.open(`${PATH}&search=polymers`);
    const second = await suite.open(`${PATH}&search=polymers`);
    for (const page of [first, second]) {
      await page.getByRole('button', { name: /^Open Joint research: polymers/ }).click();
      await dialog(page).getByLabel('Outcome').waitFor();
    }
    await dialog(first).getByLabel('Outcome').fill('From the first');
    await dialog(first).getByLabel('People').fill('5');
    await dialog(first).getByRole('button', { name: 'Add a promise' }).click();
    await dialog(first).getByLabel('What is promised').last().fill('Promised by the first');
    await dialog(first).getByRole('button', { name: 'Save' }).click();
    await dialog(first).waitFor({ state: 'detached' });

    const form = dialog(second);
    await form.getByLabel('Outcome').fill('From the second');
    await form.getByLabel('Minutes').fill('Only the second');
    await form.getByRole('button', { name: 'Save' }).click();
    await form.getByText('Somebody else has changed').waitFor();
    const rows = await form.locator('.clash-fields tbody tr').all();
    const texts = await Promise.all(rows.map((row) => row.locator('th, td').allInnerTexts()));
    expect(texts.map((cells) => cells.slice(0, 3))).toEqual([
      ['People', '5', 'not changed'],
      ['Outcome', 'From the first', 'From the second'],
      ['Promises', 'Promised by the first', 'not changed'],
    ]);
    const promised = form.getByLabel('What is promised').last();
    expect(await promised.inputValue()).toBe('Promised by the first');
    expect(await axeViolations(second)).toEqual([]);
    expect(await form.getByLabel('People').inputValue()).toBe('5');
    expect(await form.getByRole('textbox', { name: 'Outcome' }).inputValue()).toBe(
      'From the second',
    );
    await form.getByRole('button', { name: 'Take theirs for Outcome' }).click();
    expect(await form.getByRole('textbox', { name: 'Outcome' }).inputValue()).toBe(
      'From the first',
    );
    await form.getByRole('button', { name: 'Save' }).click();
    await form.waitFor({ state: 'detached' });
    const {
      rows: [stored],
    } = await suite.api('cooperation?search=polymers');
    expect(stored).toMatchObject({
      outcome: 'From the first',
      people: 5,
      minutes: 'Only the second',
      revision: 3,
    });
    for (const page of [first, second]) await page.context().close();
  });

  it('renews an agreement from where the old one ends', async () => {
    const page = await suite.open(`${PATH}&kind=agreement&status=active`);
    await page.getByRole('button', { name: /^Open Framework agreement, Xuanlu/ }).click();
    await dialog(page).getByRole('button', { name: 'Renew' }).click();
    await dialog(page).getByText('Add to the ledger').waitFor();
    expect(await dialog(page).getByLabel('Starts on').inputValue()).toBe('2026-12-16');
    expect(await dialog(page).getByLabel('Status').inputValue()).toBe('planned');
    await page.keyboard.press('Escape');
    await dialog(page).waitFor({ state: 'detached' });
    await page.context().close();
  });
});

describeInBrowser('the look of cooperation', () => {
  const suite = usePageSuite(ready);

  it.each(['en-US', 'zh-CN'])(
    'its dialog is accessible and cuts nothing, in %s',
    async (locale) => {
      for (const viewport of [
        { width: 1440, height: 900 },
        { width: 390, height: 844 },
      ]) {
        const page = await suite.open(PATH, { locale, viewport });
        await page.getByRole('button', { name: /^(Add an entry|添加记录)$/ }).click();
        await dialog(page).getByRole('textbox').first().waitFor();
        await page.getByRole('button', { name: /^(Add a promise|添加承诺)$/ }).click();
        await page.getByRole('button', { name: /^(Add a link|添加链接)$/ }).click();
        await dialog(page)
          .getByRole('group', { name: /^(Link 1|第 1 个链接)$/ })
          .waitFor();
        expect(await axeViolations(page)).toEqual([]);
        expect(await cutTexts(page)).toEqual([]);
        await page.context().close();
      }
    },
  );

  itLooksRight(suite, [PATH]);
  itIsChinese(suite, [PATH], /Talentbridge|English|HR/g);
});

describeInBrowser('the timeline of cooperation', () => {
  const suite = usePageSuite(async (page) => {
    await page.locator('#cooperation-timeline').waitFor();
  });

  it('has a table twin with the hires of each year and every entry of the school', async () => {
    const page = await suite.open('/cooperation?school=1&table=cooperation-timeline&on=2026-09-30');
    await page.locator('#cooperation-timeline tbody tr').first().waitFor();
    const rows = await rowsOf(page, '#cooperation-timeline');
    const hires = await suite.api('query?metric=hires&by=hire_year&school=1&limit=1000');
    const years = hires.rows.map(
      ({ key, values }: { key: { hire_year: number }; values: { hires: { value: number } } }) => [
        `Hires ${key.hire_year}`,
        values.hires.value,
      ],
    );
    const shown = rows.filter(([what]) => what?.startsWith('Hires '));
    expect(shown.map((cells) => [cells[0], numberOf(cells[6])])).toEqual(
      years.filter(([name]: [string]) => name !== 'Hires null'),
    );
    const ledger = await suite.api('cooperation?school=1&limit=1000');
    expect(rows.length - shown.length).toBe(ledger.total);
    await page.context().close();
  });

  it('stands on the profile of a school with that school’s entries only, and opens one', async () => {
    const page = await suite.open('/schools/1');
    await page.locator('#cooperation-timeline .timeline-mark').first().waitFor();
    const ledger = await suite.api('cooperation?school=1&limit=1000');
    expect(await page.locator('#cooperation-timeline .timeline-mark').count()).toBe(ledger.total);
    await page.locator('#cooperation-timeline .timeline-mark').first().click();
    await dialog(page).getByLabel('Title').waitFor();
    await page.context().close();
  });
});
