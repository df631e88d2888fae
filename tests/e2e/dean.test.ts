import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { COHORT_COLUMNS } from '../../domain/records/cohorts.ts';
import { describeInBrowser, launchBrowser } from '../support/browser.ts';
import { PHONE } from '../support/looks.ts';
import { startServer, type RunningServer } from '../support/server.ts';
import { settled } from '../support/visitor.ts';
import { itIsChinese, itLooksRight } from './page-suite.ts';

// What a dean comes for, in Chinese and on a phone, from the invitation on.

/** The release of the demo takes the server some time. */
const PATIENCE = 240_000;
const CHINESE = { locale: 'zh-CN', viewport: PHONE } as const;
const PASSWORD = 'four words in a row';
const SCHOOL = 1;
const JSON_TYPE = { 'Content-Type': 'application/json' };

const figure = z.object({
  value: z.number().nullable(),
  n: z.number().nullable(),
  low: z.number().optional(),
  high: z.number().optional(),
  status: z.string(),
});
const release = z.object({
  tables: z.array(
    z.object({
      metric: z.string(),
      by: z.array(z.string()),
      rows: z.array(z.object({ key: z.record(z.string(), z.unknown()), own: figure })),
    }),
  ),
});

describeInBrowser('a dean', () => {
  let server: RunningServer;
  let browser: Browser;
  let session: Exclude<BrowserContextOptions['storageState'], string | undefined>;
  let others: string[];
  const errors: string[] = [];

  const api = async (path: string): Promise<unknown> =>
    JSON.parse(await (await server.fetch(`/api/${path}`)).text());
  const rowsOf = async (metric: string, ...by: string[]) =>
    release
      .parse(await api(`release?school=${SCHOOL}`))
      .tables.find((one) => one.metric === metric && one.by.join() === by.join())?.rows ?? [];

  beforeAll(async () => {
    server = await startServer();
    browser = await launchBrowser();
    const published = await server.fetch('/api/releases', {
      method: 'POST',
      headers: JSON_TYPE,
      body: '{}',
    });
    expect(published.status).toBe(201);
    const { school } = z
      .object({
        school: z.array(z.object({ id: z.number(), name: z.string(), nameZh: z.string() })),
      })
      .parse(await api('dimensions'));
    others = school.filter(({ id }) => id !== SCHOOL).flatMap(({ name, nameZh }) => [name, nameZh]);
    expect(others.length).toBeGreaterThan(10);
  }, PATIENCE);
  afterAll(async () => {
    await browser.close();
    await server.stop();
    expect(errors, 'nothing failed in the console of any page').toEqual([]);
  });

  async function newPage(options: BrowserContextOptions): Promise<Page> {
    const page = await (await browser.newContext(options)).newPage();
    page.on('pageerror', (error) => errors.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') errors.push(message.text());
    });
    return page;
  }

  async function open(path: string, options: BrowserContextOptions = CHINESE): Promise<Page> {
    const page = await newPage({ storageState: session, ...options });
    await page.goto(server.url + path);
    await settled(page);
    return page;
  }

  /** Goes to a page by the menu of a phone. */
  async function choose(page: Page, name: string): Promise<void> {
    await page.getByRole('button', { name: '菜单' }).click();
    await page.getByRole('link', { name, exact: true }).click();
    await page.getByRole('heading', { name, level: 1 }).waitFor();
    await settled(page);
  }

  async function namesNobodyElse(page: Page): Promise<void> {
    const text = await page.locator('body').innerText();
    expect(text).toContain('岚栖理工大学');
    for (const name of others) expect(text).not.toContain(name);
  }

  it('comes in by an invitation, and sees how many graduates were hired, where, and whether they stay', async () => {
    const invited = await server.fetchAsAdmin('/api/invitations', {
      method: 'POST',
      headers: JSON_TYPE,
      body: JSON.stringify({
        email: 'dean@x.org',
        name: '王院长',
        role: 'dean',
        schoolId: SCHOOL,
      }),
    });
    const { path } = z.object({ path: z.string() }).parse(await invited.json());
    const page = await newPage(CHINESE);
    await page.goto(server.url + path);
    await page.getByRole('textbox', { name: '新密码' }).fill(PASSWORD);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: '我们的毕业生', level: 1 }).waitFor();
    await settled(page);
    session = await page.context().storageState();

    const [all] = await rowsOf('hires');
    await page
      .getByText(`企业共录用本校毕业生 ${(all?.own.value ?? 0).toLocaleString('en-US')} 人。`)
      .waitFor();
    const outcomes = page.getByRole('table', { name: '他们是否留任' });
    const [stays] = await rowsOf('retention_12m');
    const told = `${(stays?.own.low ?? 0) * 100}%–${(stays?.own.high ?? 0) * 100}%`;
    const row = outcomes.getByRole('row', { name: '12 个月留任率' });
    expect(await row.innerText()).toContain(stays?.own.status === 'banded' ? told : '不予公布');
    await page.getByRole('heading', { name: '他们在哪里工作，通过什么途径入职？' }).waitFor();

    // By class, a figure of one's choice.
    await page.getByLabel('分组').selectOption({ label: '届别' });
    await page.getByLabel('指标').selectOption({ label: '专业对口率' });
    const classes = await rowsOf('major_match_rate', 'year');
    await expect
      .poll(() => outcomes.locator('tbody tr').count(), { timeout: 10_000 })
      .toBe(classes.length);
    const shown = await outcomes.locator('tbody tr').allInnerTexts();
    for (const [index, { own }] of classes.entries()) {
      if (own.status === 'banded')
        expect(shown[index]).toContain(`${(own.low ?? 0) * 100}%–${(own.high ?? 0) * 100}%`);
    }
    await namesNobodyElse(page);
    await page.context().close();
  }, 60_000);

  it('sees which majors will be wanted', async () => {
    const page = await open('/graduates');
    await choose(page, '人才需求');
    const table = page.getByRole('table', { name: '我们的哪些专业将有需求？' });
    const year = Number(await page.getByLabel('届别').inputValue());
    const { plans } = z
      .object({ plans: z.array(z.object({ year: z.number(), headcount: z.number() })) })
      .parse(await api(`demand?school=${SCHOOL}`));
    const wanted = plans.filter((plan) => plan.year === year);
    expect(wanted.length).toBeGreaterThan(0);
    const rows = await table.locator('tbody tr').all();
    expect(rows).toHaveLength(wanted.length);
    const counts = await Promise.all(
      rows.map(async (row) => Number((await row.locator('td').nth(1).innerText()).trim())),
    );
    const sorted = (numbers: readonly number[]) => numbers.toSorted((a, b) => a - b);
    expect(sorted(counts)).toEqual(sorted(wanted.map(({ headcount }) => headcount)));
    await page.context().close();
  });

  it('uploads counts of the own class week by week, and follows it by college', async () => {
    const page = await open('/graduates');
    await choose(page, '毕业去向');
    const headers = COHORT_COLUMNS.map((column) => column.aliases.zh[0]);
    const line = (day: string, contracts: number): string => {
      const said: Record<string, string | number> = {
        school: '岚栖理工大学',
        college: 'College of Chemical Engineering',
        major: '化学工程与工艺',
        degree: '本科',
        graduation_year: '2028届',
        counted_on: day,
        graduates: 200,
        agreement_contract: contracts,
        signed_here: contracts / 10,
      };
      const zeros = [
        'other_form',
        'flexible',
        'self_employed',
        'public_service',
        'further_study',
        'abroad',
      ];
      for (const field of zeros) said[field] = 0;
      return COHORT_COLUMNS.map(({ field }) => said[field] ?? '').join(',');
    };
    const text = [headers.join(','), line('2026-11-20', 20), line('2026-11-27', 50)].join('\n');
    await page.locator('input[type=file]').setInputFiles({
      name: '2028届去向.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(`\uFEFF${text}\n`),
    });
    await page.getByRole('heading', { name: '各列是什么含义？' }).waitFor();
    await page.getByRole('button', { name: '检查文件' }).click();
    await page.getByRole('table', { name: '各行将如何处理' }).waitFor();
    await page.getByRole('button', { name: '提交 2 行新增或更新' }).click();
    await page.getByText('已提交').first().waitFor();

    const progress = page.getByRole('table', { name: '2028 届各学院落实进度如何？' });
    await progress.waitFor();
    const cells = await progress.locator('tbody tr').first().locator('th, td').allInnerTexts();
    expect(cells.slice(1)).toEqual(['10.0% (n = 200)', '25.0% (n = 200)']);
    const classes = page.getByRole('table', { name: '我们的毕业生去了哪里？' });
    const latest = classes.getByRole('row', { name: /^2028/ });
    // The ministry's rate, and beside it the international one.
    expect(await latest.innerText()).toContain('25.0%');

    // Beside whom the company hired, which is nobody yet; earlier classes as they were published.
    const both = page.getByRole('table', { name: '我们的统计与企业的数据是否一致？' });
    expect(await both.getByRole('row', { name: /^2028/ }).innerText()).toContain(
      '5（共 200 名毕业生）',
    );
    for (const { key, own } of await rowsOf('hires', 'year')) {
      if ((own.value ?? 0) === 0) continue;
      const row = both.getByRole('row', { name: new RegExp(`^${String(key['year'])}`) });
      expect((await row.locator('td').nth(1).innerText()).trim()).toBe(String(own.value));
    }

    // What was uploaded can be taken back.
    await page.getByRole('button', { name: '撤销 2028届去向.csv 的导入' }).first().click();
    await page.getByRole('button', { name: '撤销导入' }).click();
    await progress.waitFor({ state: 'detached' });
    await page.context().close();
  }, 60_000);

  it('takes the numbers of a class for the annual report: on paper, as a file, as a document', async () => {
    const page = await open('/graduates');
    await choose(page, '年度附件');
    await page.getByLabel('届别', { exact: true }).selectOption('2024');
    await page.getByRole('heading', { name: '2024 届毕业生在本用人单位的就业情况' }).waitFor();
    const table = page.getByRole('table', { name: '2024 届', exact: true });
    const hires = (await rowsOf('hires', 'year')).find(({ key }) => key['year'] === 2024);
    const row = table.getByRole('row', { name: /^入职人数/ });
    expect(await row.innerText()).toContain(String(hires?.own.value));
    await namesNobodyElse(page);

    await page.evaluate(() => {
      window.print = () => Object.assign(window, { printed: true });
    });
    await page.getByRole('button', { name: '打印或存为 PDF' }).click();
    expect(await page.evaluate(() => Reflect.get(window, 'printed'))).toBe(true);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('header').first().isVisible()).toBe(false);
    expect(await page.getByRole('button', { name: '打印或存为 PDF' }).isVisible()).toBe(false);
    expect(await row.isVisible()).toBe(true);
    await page.emulateMedia({ media: 'screen' });

    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: '下载 CSV' }).click(),
    ]);
    const answer = await server.fetch(`/api/release.csv?school=${SCHOOL}&lang=zh`);
    expect(readFileSync(await file.path())).toEqual(Buffer.from(await answer.arrayBuffer()));

    const [opened] = await Promise.all([
      page.waitForEvent('popup'),
      page.getByRole('link', { name: '打开文档版' }).click(),
    ]);
    // The document says in each cell what the page says.
    const texts = (one: Page) =>
      one.evaluate(() =>
        [...document.querySelectorAll('table')].map((found) =>
          [...found.querySelectorAll('tr')].map((line) =>
            [...line.children].map((cell) => cell.textContent.replaceAll(/\s/g, '')),
          ),
        ),
      );
    await opened.locator('h1').waitFor();
    expect(await texts(opened)).toEqual(await texts(page));
    expect(await opened.title()).toContain('2024');
    await page.context().close();
  }, 60_000);

  const paths = ['/graduates', '/graduates?by=year', '/demand', '/cohorts', '/annex'];
  itLooksRight({ open }, [...paths, '/account']);
  itIsChinese(
    { open },
    paths,
    /Talentbridge|English|\bn = \d+|\bn \d+|CNY|CSV|XLSX|PDF|NACE|dean@x\.org|\.csv|Kaplan|Meier/g,
  );
});
