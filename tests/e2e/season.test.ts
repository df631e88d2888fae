import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { describeInBrowser } from '../support/browser.ts';
import { itIsChinese, itLooksRight, numberOf, rowsOf, usePageSuite } from './page-suite.ts';

describeInBrowser('the Season page', () => {
  const suite = usePageSuite(async (page) => {
    await page.locator('#season-groups .panel-data').waitFor();
    await page.locator('#actions-reneging .panel-data').waitFor();
  });
  const { open, api } = suite;

  const totalOf = async (query: string, metric: string): Promise<number> =>
    (await api(`query?metric=${metric}&${query}`)).total[metric].value;

  it('says how acceptances stand against the same day and the plan, with the numbers of the metrics', async () => {
    const { season, asOf } = await api('season');
    const lastYear = asOf.replace(/^\d+/, (year: string) => String(Number(year) - 1));
    const now = await totalOf(`year=${season}`, 'acceptances');
    const before = await totalOf(`year=${season - 1}&asOf=${lastYear}`, 'acceptances');
    const planned = await totalOf(`year=${season}`, 'planned');
    const page = await open('/season');
    const sentence = await page.locator('#season-accepted .panel-answer').innerText();
    expect(sentence).toBe(
      `By September 30, 2026, ${now} acceptances, against ${before} on the same day of last season and a plan of ${planned}.`,
    );
    await page.locator('#season-accepted .recharts-line-curve').nth(2).waitFor();
    await page.locator('#season-accepted').getByText(`Plan: ${planned}`).waitFor();
    await page.context().close();
  });

  it('the table of a panel shows the numbers of the API, and none beyond the as-of', async () => {
    const { seasons, asOf } = await api('season');
    const page = await open('/season?table=season-offered');
    const rows = await rowsOf(page, '#season-offered');
    expect(rows).toHaveLength(seasons[0].points.length);
    for (const [index, [week, day, ...numbers]] of rows.entries()) {
      const points = seasons.map((one: { points: unknown[] }) => one.points[index]);
      expect(numberOf(week)).toBe(index);
      expect(day).toBe(points[0].day);
      expect(numbers.map(numberOf)).toEqual(
        points.map((point: { counts: { offered: number } }) => point.counts.offered),
      );
    }
    expect(rows.at(-1)?.[1]).toBe(asOf);
    await page.context().close();
  });

  it('lists the people whom the API lists, and shows all on a click that the address keeps', async () => {
    const { rows, total } = await api('season/actions?list=reneging');
    const page = await open('/season');
    const people = async () => (await rowsOf(page, '#actions-reneging')).map(([person]) => person);
    const expected = rows.map((row: { candidate_id: string }) => row.candidate_id);
    expect(await people()).toEqual(expected.slice(0, 8));
    await page
      .locator('#actions-reneging')
      .getByRole('button', { name: `Show all ${total}` })
      .click();
    await page.waitForURL(/list=reneging/);
    await expect.poll(people).toEqual(expected);
    await page.reload();
    await page.locator('#actions-reneging .panel-data').waitFor();
    await expect.poll(people).toEqual(expected);
    await page.locator('#actions-contracts').getByText('Nobody is on this list.').waitFor();
    await page.context().close();
  });

  it('leads from a list to the records of its people, and from a name to one of them', async () => {
    const page = await open('/season?year=2024&degree=bachelor&degree=master');
    const { rows, total } = await api('season/actions?list=reneging&degree=bachelor&degree=master');
    const panel = page.locator('#actions-reneging');
    await panel.getByRole('link', { name: `Records of all ${total} people on the list` }).click();
    await page.waitForURL((url) => url.pathname === '/records');
    expect(new URL(page.url()).search).toBe('?degree=bachelor&degree=master&list=reneging');
    await expect.poll(() => page.locator('nav output').innerText()).toContain(` of ${total}`);
    await page.getByText('Accepted, not started: may not come').waitFor();
    await page.goBack();
    await page.locator('#actions-reneging .panel-data').waitFor();
    await panel.locator('tbody').getByRole('link').first().focus();
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => url.searchParams.get('id') === String(rows[0].id));
    await expect
      .poll(() => page.locator('.records-table tbody tr').allInnerTexts())
      .toEqual([expect.stringContaining(rows[0].candidate_id)]);
    await page.context().close();
  });

  it('the CSV of a list holds everybody on it, also where one answer does not', async () => {
    const page = await open('/season');
    const { total } = await api('season/actions?list=reneging');
    const { rows: everybody } = await api('season/actions?list=reneging&limit=1000');
    expect(everybody).toHaveLength(total);
    // Shorter answers, so that there are several of them.
    await page.route('**/api/season/actions?**', (route) =>
      route.continue({ url: route.request().url().replace('limit=1000', 'limit=7') }),
    );
    await page
      .locator('#actions-reneging')
      .getByRole('button', { name: /Options/ })
      .click();
    const waiting = page.waitForEvent('download');
    await page.getByRole('menuitem', { name: 'Export CSV' }).click();
    const lines = readFileSync(await (await waiting).path(), 'utf8')
      .replace('\uFEFF', '')
      .split('\r\n')
      .filter((line) => !/^"?#/.test(line) && line !== '')
      .slice(1);
    expect(lines.map((line) => line.split(',')[0])).toEqual(
      everybody.map(({ candidate_id: person }: { candidate_id: string }) => person),
    );
    expect(lines.length).toBeGreaterThan(7);
    await page.context().close();
  });

  it('a click on a school in a list filters every panel, the keyboard takes it off again', async () => {
    const page = await open('/season');
    await page.locator('#actions-reneging .action-counts button').first().click();
    await page.waitForURL(/school=1/);
    const { total } = await api('season/actions?list=reneging&school=1');
    await expect
      .poll(() => page.locator('#actions-reneging .panel-answer').innerText())
      .toBe(`People on the list: ${total}.`);
    await expect.poll(() => page.locator('#season-groups tbody tr').count()).toBe(1);
    const now = await totalOf('year=2026&school=1', 'acceptances');
    await expect
      .poll(() => page.locator('#season-accepted .panel-answer').innerText())
      .toContain(`${now} acceptances`);
    await page.getByText('Plans do not say schools').waitFor();
    await page.locator('#actions-reneging .action-counts button').first().focus();
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => !url.searchParams.has('school'));
    await page.context().close();
  });

  it('a filter on years chooses the season, and the keyboard the groups', async () => {
    const page = await open('/season?year=2020..2022');
    await page.getByText('Season of the class of 2022').waitFor();
    const [first] = (await api('season?year=2022&by=major')).rows;
    await page.getByLabel('Group by').focus();
    await page.keyboard.press('m');
    await page.waitForURL(/by=major/);
    await expect
      .poll(async () => (await rowsOf(page, '#season-groups')).map(([, now]) => numberOf(now)))
      .toContain(first.seasons[0].accepted);
    await page.context().close();
  });

  itLooksRight(suite, ['/season']);
  itIsChinese(
    suite,
    ['/season?by=department&list=reneging'],
    /Talentbridge|English|n = |C\d{4}-\d+/g,
  );
});
