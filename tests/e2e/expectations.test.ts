import { expect, it } from 'vitest';
import { describeInBrowser } from '../support/browser.ts';
import { numberOf, rowsOf, usePageSuite } from './page-suite.ts';

describeInBrowser('what to expect, what is open, what came with cooperation', () => {
  const { open, api } = usePageSuite(async (page) => {
    await page.locator('.panel-answer').first().waitFor();
  });

  it('the Season page says how many will start, with the numbers of the API', async () => {
    const { current, planned, season } = await api('forecast');
    const plan = planned.find(({ year }: { year: number }) => year === season).planned.value;
    const page = await open('/season');
    await page.locator('#forecast-season .panel-data').waitFor();
    const { low, high, expected, earlier } = current;
    expect(await page.locator('#forecast-season .panel-answer').innerText()).toBe(
      `About ${Math.round(expected)} will start, for ${plan} planned places: ${Math.floor(low)} to ${Math.ceil(high)} if people decide as in the classes of ${earlier.from}–${earlier.to}.`,
    );
    const rows = await rowsOf(page, '#forecast-season');
    expect(numberOf(rows[0]?.[1])).toBe(current.people.accepted);
    await page.locator('#forecast-later').scrollIntoViewIfNeeded();
    await page
      .locator('#forecast-later .panel-answer')
      .getByText('Later classes are not foretold')
      .waitFor();
    await page.context().close();
  });

  it('the page of majors lists open places and who could fill them, of the class chosen', async () => {
    const { rows } = await api('docking?year=2025');
    const page = await open('/majors?class=2025');
    await page.locator('#docking').scrollIntoViewIfNeeded();
    await page.locator('#docking .panel-data').waitFor();
    const shown = await rowsOf(page, '#docking');
    expect(shown).toHaveLength(rows.length);
    expect(shown[0]?.[0]).toBe(rows[0].key.major.name);
    expect(numberOf(shown[0]?.[2])).toBe(rows[0].toFill.places);
    expect(shown[0]?.at(-1)).toContain(rows[0].sources[0].key.school.name);
    await page.context().close();
  });

  it('the page of schools says what came with a kind of cooperation, and keeps the choice in the address', async () => {
    const page = await open('/schools');
    await page.locator('#effect').scrollIntoViewIfNeeded();
    await page.locator('#effect .panel-answer').getByText('It cannot be told').waitFor();
    await page.locator('#effect').getByLabel('Looked for in').selectOption('retention_12m');
    await page.waitForURL(/effect=retention_12m/);
    await page.locator('#effect .panel-answer').getByText('association').waitFor();
    await page.reload();
    await page.locator('#effect').scrollIntoViewIfNeeded();
    await page.locator('#effect .panel-answer').getByText('association').waitFor();
    const { total } = await api('effect/cost?kind=training');
    const rows = await rowsOf(page, '#cost');
    expect(numberOf(rows.at(-1)?.[2])).toBe(total.seats);
    await page.context().close();
  });
});
