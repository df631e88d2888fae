import { expect, it } from 'vitest';
import { describeInBrowser } from '../support/browser.ts';
import { itIsChinese, itLooksRight, numberOf, rowsOf, usePageSuite } from './page-suite.ts';

describeInBrowser('the Pipeline page', () => {
  const suite = usePageSuite((page) => page.locator('.panel-data').first().waitFor());
  const { open, api } = suite;

  interface Counted {
    readonly count: number;
    readonly parts: readonly { readonly count: number }[];
  }

  it('shows the numbers of the API as bars and as a table, and says where most are lost', async () => {
    const { total } = await api('pipeline');
    const page = await open('/pipeline');
    const bars = page.locator('#stages .recharts-bar-rectangle rect');
    await bars.nth(10).waitFor();
    const lost = total.path.stages
      .slice(2)
      .map(({ parts }: Counted) => parts[0]?.count ?? 0)
      .toSorted((a: number, b: number) => b - a)[0];
    const answer = await page.locator('#stages .panel-answer').innerText();
    expect(answer).toContain(lost.toLocaleString('en-US'));

    await page
      .locator('#stages')
      .getByRole('button', { name: /Options/ })
      .click();
    await page.getByRole('menuitem', { name: 'Show as table' }).click();
    const numbers = (await rowsOf(page, '#stages')).map((cells) => numberOf(cells[2]));
    const expected = total.path.stages.flatMap(({ count, parts }: Counted) => [
      count,
      ...parts.map((part) => part.count).filter((people) => people > 0),
    ]);
    expect(numbers).toEqual(expected);
    await page.context().close();
  });

  it('a click on a part filters by it, a reload keeps it, a second click ends it', async () => {
    const page = await open('/pipeline');
    const { total } = await api('query?metric=candidates&outcome=declined');
    const clickable = page.locator('#stages .pickable');
    await clickable.first().click();
    await page.waitForURL(/outcome=/);
    const outcome = new URL(page.url()).searchParams.get('outcome');
    expect(outcome).toBe('not_offered');
    await page.reload();
    await page.getByRole('button', { name: /Remove the filter How far/ }).click();
    await page.waitForURL((url) => !url.searchParams.has('outcome'));

    await page.goto(`${suite.url()}/pipeline?outcome=declined&table=stages`);
    await page.locator('#stages tbody tr').first().waitFor();
    const [candidates] = await rowsOf(page, '#stages');
    expect(numberOf(candidates?.[2])).toBe(total.candidates.value);
    await page.context().close();
  });

  it('the keyboard changes what is compared and what is shown, and the address keeps both', async () => {
    const page = await open('/pipeline');
    await page.getByLabel('Compare by').focus();
    await page.keyboard.press('c');
    await page.waitForURL(/by=channel/);
    await expect
      .poll(() => page.locator('#paths tbody tr').count())
      .toBe((await api('pipeline?by=channel')).rows.length);

    await page.getByRole('radio', { name: 'How far classes come' }).focus();
    await page.keyboard.press('ArrowRight');
    await page.waitForURL(/mode=activity/);
    await page.locator('#activity .recharts-line').first().waitFor();
    await page.reload();
    await page.locator('#activity .recharts-line').first().waitFor();
    expect(await page.getByLabel('Compare by').inputValue()).toBe('channel');
    await page.context().close();
  });

  it('the factors of the conversion multiply, with their numbers', async () => {
    const { total } = await api('pipeline?year=2020..2024');
    const page = await open('/pipeline?year=2020..2024');
    const factors = await page.locator('#conversion .factor').allInnerTexts();
    expect(factors).toHaveLength(4);
    const pairs = factors.map((text) => {
      const [, x, n] = /([\d,]+) of ([\d,]+)/.exec(text) ?? [];
      return [x, n].map((number) => numberOf(number));
    });
    const [offered, decided, accepted, conversion] = pairs;
    expect(offered?.[0]).toBe(decided?.[1]);
    expect(decided?.[0]).toBe(accepted?.[1]);
    expect(conversion).toEqual([accepted?.[0], offered?.[1]]);
    expect(conversion?.[1]).toBe(total.conversion.conversion.n);
    await page.context().close();
  });

  it('the activity of a year shows the numbers of the API', async () => {
    const { total } = await api('pipeline?mode=activity');
    const page = await open('/pipeline?mode=activity&table=activity&event_year=2022');
    const rows = await rowsOf(page, '#activity');
    for (const [index, { eventYear, counts }] of total.entries()) {
      const [year, ...numbers] = rows[index] ?? [];
      expect(year?.replace('*', '')).toBe(String(eventYear));
      expect(numbers.map(numberOf)).toEqual(Object.values(counts));
    }
    await page.getByRole('heading', { name: 'To whom did it happen in 2022?' }).waitFor();
    await page.context().close();
  });

  itLooksRight(suite, ['/pipeline?by=school', '/pipeline?mode=activity&by=channel']);
  itIsChinese(
    suite,
    ['/pipeline?by=major', '/pipeline?mode=activity'],
    /Talentbridge|English|n = /g,
  );
});
