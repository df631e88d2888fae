import { expect, it } from 'vitest';
import { describeInBrowser } from '../support/browser.ts';
import { settled } from '../support/visitor.ts';
import { usePageSuite } from './page-suite.ts';

const GONE = 2;
const KEPT = 5;

describeInBrowser('a school that was merged into another', () => {
  const suite = usePageSuite(settled);

  it('leads on to the one that has its records, on every page and from every filter', async () => {
    const count = (school: number) => suite.api(`records/count?behind=hires&school=${school}`);
    const [gone, kept] = [await count(GONE), await count(KEPT)];
    const merged = await suite.fetch('/api/directory/schools/merge', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ from: GONE, into: KEPT, keep: 'into' }),
    });
    expect(merged.status, await merged.text()).toBe(201);
    expect(await count(GONE)).toEqual({ ...kept, total: gone.total + kept.total });

    const page = await suite.open(`/schools?school=${GONE}&school=3&vs=on&vs.school=${GONE}`);
    await page.waitForURL((url) => url.search.includes(`vs.school=${KEPT}`));
    const { searchParams } = new URL(page.url());
    expect(searchParams.getAll('school')).toEqual([String(KEPT), '3']);

    await page.goto(`${suite.url()}/schools/${GONE}?degree=bachelor`);
    await page.waitForURL((url) => url.pathname === `/schools/${KEPT}`);
    expect(new URL(page.url()).search).toBe('?degree=bachelor');
    await settled(page);
    const { school: schools } = await suite.api('dimensions');
    const { name } = schools.find(({ id }: { id: number }) => id === KEPT);
    await page.getByRole('heading', { level: 1, name }).waitFor();

    await page.goto(`${suite.url()}/records?school=${GONE}&behind=hires`);
    await page.waitForURL((url) => url.searchParams.get('school') === String(KEPT));
    await expect
      .poll(() => page.locator('nav output').innerText())
      .toContain(` of ${gone.total + kept.total}`);

    await page.goto(`${suite.url()}/schools/999`);
    await page.getByRole('alert').waitFor();
    await page.context().close();
  });

  it('is noticed by pages that are open, which until then ask for nothing that they have', async () => {
    const page = await suite.open('/');
    const rows = page.locator('#schools tbody tr');
    const before = await rows.count();
    const asked: string[] = [];
    page.on('request', (request) => {
      const { pathname, search } = new URL(request.url());
      if (pathname.startsWith('/api/') && pathname !== '/api/about') asked.push(pathname + search);
    });
    const filtered = async (school: string) => {
      await page.goto(`${suite.url()}/?school=${school}`);
      await settled(page);
    };
    await filtered('3');
    await page.getByRole('button', { name: 'Clear all filters' }).click();
    await expect.poll(() => rows.count()).toBe(before);
    await settled(page);
    // Long enough for answers to be asked for again, if they were.
    await page.evaluate(() => {
      const { now } = Date;
      Date.now = () => now() + 60_000;
    });
    asked.length = 0;
    await page.goBack();
    await expect.poll(() => rows.count()).toBe(1);
    await page.goForward();
    await expect.poll(() => rows.count()).toBe(before);
    await settled(page);
    expect(asked).toEqual([]);

    const merged = await suite.fetch('/api/directory/schools/merge', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ from: 4, into: KEPT, keep: 'into' }),
    });
    expect(merged.status, await merged.text()).toBe(201);
    await page.evaluate(() => {
      const { now } = Date;
      Date.now = () => now() + 60_000;
    });
    await page.goBack();
    await page.goForward();
    await expect.poll(() => rows.count()).toBe(before - 1);
    expect(asked.length).toBeGreaterThan(5);
    await page.context().close();
  });
});
