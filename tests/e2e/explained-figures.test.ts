import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { createFormatter } from '../../domain/formatter.ts';
import { isMetricId, metric } from '../../domain/metrics/registry.ts';
import { describeInBrowser } from '../support/browser.ts';
import { settled } from '../support/visitor.ts';
import { usePageSuite } from './page-suite.ts';

const format = createFormatter('en', 'CNY');

/** At most so many figures of a panel are opened, spread over all of it. */
const MOST = 5;

interface OpenFigure {
  /** What stands on the page, without the mark of few people. */
  readonly shown: string;
  readonly title: string;
  /** Where each link leads, and the number of people it names. */
  readonly links: readonly { readonly search: URLSearchParams; readonly people: number }[];
}

/** Opens the explanation of one figure, reads it and closes it again. */
async function opened(page: Page, selector: string, index: number): Promise<OpenFigure> {
  const figure = page.locator(selector).nth(index);
  const shown = await figure.evaluate((element): string => {
    const copy = element.cloneNode(true);
    if (!(copy instanceof HTMLElement)) return '';
    // A missing figure is a dash, with its reason for who cannot see it; a small one is marked in the same way.
    const text = copy.textContent ?? '';
    if (text.startsWith('–')) return '–';
    for (const mark of copy.querySelectorAll('[aria-hidden="true"], .visually-hidden'))
      mark.remove();
    return copy.textContent ?? '';
  });
  await figure.click();
  const dialog = page.getByRole('dialog');
  await dialog.waitFor();
  // Only from there can it be closed by the keyboard.
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.closest('[role="dialog"]') !== null))
    .toBe(true);
  const title = await dialog.getByRole('heading').innerText();
  const links = await Promise.all(
    (await dialog.getByRole('link', { name: /^Show the/ }).all()).map(async (link) => ({
      search: new URL((await link.getAttribute('href')) ?? '', page.url()).searchParams,
      people: Number((await link.innerText()).replaceAll(',', '').match(/\d+/)?.[0]),
    })),
  );
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  return { shown: shown.trim(), title, links };
}

/** The panels of each page whose figures are explained, and how many links to records they have at least. */
const PAGES: readonly (readonly [path: string, panels: Readonly<Record<string, number>>])[] = [
  [
    '/?vs=on&year=2020..2023&vs.school=3&vs.degree=bachelor&table=compared-years',
    { comparison: 5, 'compared-years': 3 },
  ],
  ['/schools/3', { 'against-others': 5 }],
  ['/schools/3?table=pay', { pay: 3 }],
  ['/pipeline?by=channel&school=1&school=3&table=stages', { stages: 3, paths: 4 }],
  ['/pipeline?outcome=declined&outcome=stayed_year&table=stages', { stages: 2 }],
  [
    '/pipeline?mode=activity&by=school&degree=bachelor&table=activity',
    { activity: 3, 'activity-groups': 3 },
  ],
  [
    '/season?degree=master&table=season-accepted&table=season-offered',
    { 'season-accepted': 2, 'season-offered': 2, 'season-groups': 3, 'actions-reneging': 3 },
  ],
  [
    '/majors?table=heat-school-year&table=heat-major-school&table=demand-years&table=top-school',
    {
      'heat-school-year': 3,
      'heat-major-school': 2,
      'demand-years': 1,
      supply: 2,
      dependence: 4,
      'top-school': 4,
    },
  ],
  [
    '/majors?heat=acceptance_rate&table=heat-school-year&table=demand-majors',
    {
      'heat-school-year': 2,
      'demand-majors': 0,
    },
  ],
  ['/schools?table=funnel&degree=bachelor&school=3', { schools: 2, funnel: 5, ranking: 5 }],
  ['/schools?table=funnel&pool=3&compare=first_year_turnover', { funnel: 5, ranking: 5 }],
  [
    '/retention?by=channel&degree=bachelor&table=turnover&table=leaving&table=leaving-years',
    { horizons: 5, turnover: 4, leaving: 3, 'leaving-years': 3 },
  ],
];

describeInBrowser('explained figures', () => {
  const suite = usePageSuite(settled);

  it.each(PAGES)('of %s say what the page, the API and the records say', async (path, panels) => {
    const page = await suite.open(path);
    for (const [panel, atLeast] of Object.entries(panels)) {
      const selector = `#${panel} .figure-button`;
      await page.locator(selector).first().waitFor();
      const all = await page.locator(selector).count();
      const step = Math.max(1, Math.floor(all / MOST));
      const taken = Array.from({ length: Math.min(MOST, all) }, (_, index) =>
        Math.min(all - 1, index * (step + 1) + (all > MOST ? 1 : 0)),
      );
      let linked = 0;
      for (const index of taken) {
        const { shown, title, links } = await opened(page, selector, index);
        const where = `${path} #${panel}, figure ${index}: ${title}`;
        if (!shown.startsWith('observed')) expect(title.endsWith(`: ${shown}`), where).toBe(true);
        for (const { search, people } of links) {
          linked += 1;
          const { total } = await suite.api(`records/count?${search}`);
          expect(total, `${where}, ${search}`).toBe(people);
        }
        const among = links.find(({ search }) => search.get('part') === 'among');
        if (among === undefined) continue;
        const id = among.search.get('behind') ?? '';
        if (!isMetricId(id)) throw new Error(`${where}: no metric`);
        const filters = new URLSearchParams(
          [...among.search].filter(([name]) => name !== 'behind' && name !== 'part'),
        );
        const answer = await suite.api(`query?metric=${id}&${filters}`);
        const figure = answer.total[id];
        expect(figure.n, `${where}, ${filters}`).toBe(among.people);
        const written = format.value(metric(id).unit, figure.value);
        expect(title.endsWith(`: ${written}`), `${where} is ${written} by ${filters}`).toBe(true);
      }
      expect(linked, `${path} #${panel} has links to records`).toBeGreaterThanOrEqual(atLeast);
    }
    await page.context().close();
  });
});
