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
});
