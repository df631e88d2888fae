import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { describeInBrowser } from '../support/browser.ts';
import { itIsChinese, itLooksRight, rowsOf, usePageSuite } from './page-suite.ts';

// Tomorrow I visit a dean: one printable page, with the promises that are open since the last visit.

const PATH = '/schools/1/brief?on=2026-09-30';

/** A4 in points, as a PDF says it. */
const PAGE = /\/Type\s*\/Page\b(?!s)/g;
const A4 = /\/MediaBox\s*\[\s*0\s+0\s+(59[4-6](?:\.\d+)?)\s+(84[1-3](?:\.\d+)?)\s*\]/;

async function ready(page: Page): Promise<void> {
  await page
    .locator('.brief h2')
    .filter({ hasText: /^(Open promises|未兑现的承诺)/ })
    .waitFor();
}

describeInBrowser('the brief of a school', () => {
  const suite = usePageSuite(ready);

  itIsChinese(suite, [PATH], /Talentbridge|English|HR|\bn\b|A4/g);

  it('has what was promised, what ends, figures and where people went', async () => {
    const page = await suite.open(PATH);
    const due = await suite.api('cooperation/due?school=1&on=2026-09-30');
    const ledger = await suite.api('cooperation?school=1&limit=1000');
    const titled = (name: RegExp) => page.locator('section').filter({ hasText: name });
    const open = ledger.rows
      .flatMap(({ promises }: { promises: { text: string; done: boolean }[] }) => promises)
      .filter(({ done }: { done: boolean }) => !done)
      .map(({ text }: { text: string }) => text);
    const promises = await titled(/^Open promises on/)
      .locator('tbody tr')
      .allInnerTexts();
    expect(open.length).toBeGreaterThan(1);
    expect(promises).toHaveLength(open.length);
    for (const text of open) expect(promises.join('\n')).toContain(text);
    expect(promises[0]).toMatch(/Campus recruiting.*Sep\s15,\s2026, overdue/s);
    const ends = await titled(/^Ends within 90 days/)
      .locator('tbody tr')
      .allInnerTexts();
    expect(ends.length).toBe(due.ends.length);
    expect(ends[0]).toContain(due.ends[0].entry.title);

    const numbers = await rowsOf(page, 'section:has(h2:text-is("In numbers, all classes"))');
    const { total } = await suite.api('query?metric=hires&metric=retention_12m&school=1');
    expect(numbers.find(([label]) => label === 'Hires')?.[1]).toBe(
      total.hires.value.toLocaleString('en-US'),
    );
    const kept = `${(total.retention_12m.value * 100).toFixed(1)}%`;
    expect(numbers.find(([label]) => label === 'Retention, 12 months')?.[1]).toBe(kept);
    const went = await titled(/^Who went where/)
      .locator('tbody tr')
      .count();
    expect(went).toBeGreaterThan(3);
    expect(await page.locator('.brief li').count()).toBe(3);
    await page.context().close();
  });

  it('is reached from the profile by the keyboard', async () => {
    const page = await suite.open('/schools/2/brief');
    await page.getByRole('link', { name: 'Back to the profile' }).focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/schools\/2$/);
    await page.getByRole('link', { name: 'Brief for a visit' }).focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/schools\/2\/brief/);
    await page.context().close();
  });

  it('says nothing of a school of which too little is known', async () => {
    const schools = (await suite.api('dimensions')).school;
    const tiny = schools.toSorted(
      (a: { hires: number }, b: { hires: number }) => a.hires - b.hires,
    )[0];
    expect(tiny.hires).toBeLessThan(10);
    const page = await suite.open(`/schools/${tiny.id}/brief?on=2026-09-30`);
    await page.getByText('There is too little data for talking points.').waitFor();
    await page.context().close();
  });

  itLooksRight(suite, [PATH]);

  it.each(['en-US', 'zh-CN'])(
    'is one page of A4, however much was promised, in %s',
    async (locale) => {
      const long = 'Send the list of internship places with the names of those who look after them';
      const many = {
        school: 1,
        kind: 'visit',
        title: `A visit with much to do, ${locale}`,
        starts_on: '2026-09-29',
        promises: Array.from({ length: 12 }, (_, index) => ({
          text: `${index} ${long}`,
          owner: 'Office of cooperation with companies',
          due_on: '2026-09-30',
        })),
      };
      const headers = { 'Content-Type': 'application/json' };
      const added = [many];
      for (let index = 0; index < 8; index += 1) {
        const title = `${locale} ${index} An agreement with a name that takes more than a line`;
        const ends = { ends_on: '2026-10-15', status: 'active', kind: 'agreement' };
        added.push({ ...many, ...ends, title, promises: [] });
      }
      for (const entry of added) {
        const body = JSON.stringify(entry);
        const { status } = await suite.fetch('/api/cooperation', { method: 'POST', headers, body });
        expect(status).toBe(201);
      }
      const page = await suite.open(PATH, { locale, colorScheme: 'dark' });
      expect(await page.locator('.brief').innerText()).toMatch(/and \d+ more|另有 \d+ 项/);
      const pdf = (await page.pdf({ format: 'A4', preferCSSPageSize: true })).toString('latin1');
      expect(pdf.match(PAGE)).toHaveLength(1);
      expect(pdf).toMatch(A4);
      await page.context().close();
    },
  );
});
