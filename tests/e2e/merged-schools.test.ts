import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { describeInBrowser } from '../support/browser.ts';
import { settled } from '../support/visitor.ts';
import { usePageSuite } from './page-suite.ts';

const GONE = 2;
const KEPT = 5;
const GONE_LATER = 4;

describeInBrowser('a school that was merged into another', () => {
  const suite = usePageSuite(settled);

  async function mergeIntoKept(from: number): Promise<void> {
    const merged = await suite.fetch('/api/directory/schools/merge', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ from, into: KEPT, keep: 'into' }),
    });
    expect(merged.status, await merged.text()).toBe(201);
  }

  /** As long as it takes for answers to be asked for again, if they were. */
  async function passTime(page: Page): Promise<void> {
    await page.evaluate(() => {
      const { now } = Date;
      Date.now = () => now() + 60_000;
    });
  }

  it('leads on to the one that has its records, on every page and from every filter', async () => {
    const count = (school: number) => suite.api(`records/count?behind=hires&school=${school}`);
    const [gone, kept] = [await count(GONE), await count(KEPT)];
    await mergeIntoKept(GONE);
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
    await page.goto(`${suite.url()}/?school=3`);
    await settled(page);
    await page.getByRole('button', { name: 'Clear all filters' }).click();
    await expect.poll(() => rows.count()).toBe(before);
    await settled(page);
    await passTime(page);
    asked.length = 0;
    await page.goBack();
    await expect.poll(() => rows.count()).toBe(1);
    await page.goForward();
    await expect.poll(() => rows.count()).toBe(before);
    await settled(page);
    expect(asked).toEqual([]);

    await mergeIntoKept(GONE_LATER);
    await passTime(page);
    await page.goBack();
    await page.goForward();
    await expect.poll(() => rows.count()).toBe(before - 1);
    expect(asked.length).toBeGreaterThan(5);
    await page.context().close();
  });
});
