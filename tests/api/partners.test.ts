import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { tokenHeader } from '../support/sign-in.ts';
import { readApp, type ReadApp } from './read-app.ts';

// What a school reads besides its releases: plans that are shared, and its own graduates.

const YEAR = new Date().getFullYear() + 1;

let read: ReadApp;
const headers: Record<string, Readonly<Record<string, string>>> = {};

async function store(who: string, kind: string, csv: string): Promise<void> {
  const form = new FormData();
  form.set('file', new File([csv], `${kind}.csv`));
  const own = headers[who] ?? {};
  const { body } = await read.ask(`/api/imports?kind=${kind}`, {
    method: 'POST',
    body: form,
    headers: own,
  });
  const path = `/api/imports/${body.id}`;
  const send = (method: string, part: string) =>
    read.ask(path + part, {
      method,
      headers: { ...own, 'content-type': 'application/json' },
      body: '{}',
    });
  await send('PUT', '/mapping');
  await send('POST', '/commit');
  await vi.waitFor(
    async () => {
      const entry = await read.ask(path, { headers: own });
      if (entry.body.status !== 'committed') throw new Error(entry.text);
    },
    { timeout: 20_000, interval: 100 },
  );
}

const get = (who: string, path: string) => read.ask(path, { headers: headers[who] ?? {} });

beforeAll(async () => {
  const opened: { accounts?: Parameters<typeof tokenHeader>[0] } = {};
  read = await readApp(undefined, (services) => {
    opened.accounts = services.accounts;
    return {};
  });
  const { accounts } = opened;
  if (accounts === undefined) throw new Error('No accounts');
  headers['hr'] = await tokenHeader(accounts, 'hr');
  headers['dean'] = await tokenHeader(accounts, 'dean', 1);
  headers['other'] = await tokenHeader(accounts, 'dean', 2);
  await store(
    'hr',
    'plans',
    [
      'year,department,major,degree,headcount,shared',
      `${YEAR},Secret Works,Major 1,bachelor,5,yes`,
      `${YEAR},Hidden Lab,Major 1,bachelor,3,yes`,
      `${YEAR},Hidden Lab,Major 2,master,7,no`,
      `${YEAR},Hidden Lab,any,bachelor,2,yes`,
      `${YEAR - 5},Hidden Lab,Major 1,bachelor,9,yes`,
    ].join('\n'),
  );
  const cohort = (school: number, graduates: number, contracts: number, day: string) =>
    `School ${school},Chemistry,Major 1,bachelor,${YEAR},${day},${graduates},${contracts},0,0,0,0,0,0,0,0,\n`;
  const header =
    'school,college,major,degree,graduation_year,counted_on,graduates,agreement_contract,other_form,flexible,self_employed,public_service,further_study,abroad,seeking,not_seeking,unknown\n';
  await store('dean', 'cohorts', header + cohort(1, 40, 10, `${YEAR - 1}-06-30`));
  await store('dean', 'cohorts', header + cohort(1, 40, 30, `${YEAR - 1}-08-31`));
  await store('other', 'cohorts', header + cohort(2, 777, 700, `${YEAR - 1}-08-31`));
});
afterAll(() => read.remove());

describe('demand for a school', () => {
  it('is the shared plans of coming classes, all departments together, beside the own graduates', async () => {
    const { status, body, text } = await get('dean', '/api/demand');
    expect(status).toBe(200);
    const plans = body.plans.map((plan: { major: { name: string } | null; headcount: number }) => [
      plan.major?.name ?? null,
      plan.headcount,
    ]);
    expect(plans).toEqual([
      ['Major 1', 8],
      [null, 2],
    ]);
    expect(body.graduates).toMatchObject([
      { key: { year: YEAR, major: { name: 'Major 1' }, degree: 'bachelor' }, value: 40 },
    ]);
    expect(text).not.toMatch(/Secret|Hidden|777|School/);
  });
});

describe('a school’s own count of who signed with the company', () => {
  it('is kept with the count, told back, and never more than graduate', async () => {
    const csv = (signed: string) =>
      `major,degree,graduation_year,counted_on,graduates,与本企业签约人数\nMajor 1,bachelor,${YEAR - 3},${YEAR - 3}-08-31,50,${signed}\n`;
    await store('dean', 'cohorts', csv('6'));
    const yearOf = async () =>
      (await get('dean', '/api/cohorts')).body.years.find(
        ({ year }: { year: number }) => year === YEAR - 3,
      ).values.signed_rate;
    expect(await yearOf()).toMatchObject({ value: 0.12, n: 50, of: 6 });
    await store('dean', 'cohorts', csv('0'));
    expect(await yearOf()).toMatchObject({ value: 0, of: 0 });
    const form = new FormData();
    form.set('file', new File([csv('51')], 'more.csv'));
    const own = headers['dean'] ?? {};
    const made = await read.ask('/api/imports?kind=cohorts', {
      method: 'POST',
      body: form,
      headers: own,
    });
    const { body } = await read.ask(`/api/imports/${made.body.id}/mapping`, {
      method: 'PUT',
      headers: { ...own, 'content-type': 'application/json' },
      body: '{}',
    });
    expect(body.issues).toEqual([
      { code: 'more_signed_than_graduates', count: 1, severity: 'error' },
    ]);
  });

  it('is not said where a file does not say it', async () => {
    const { body } = await get('dean', '/api/cohorts');
    const { signed_rate: rate } = body.years.find(
      ({ year }: { year: number }) => year === YEAR,
    ).values;
    expect(rate).toMatchObject({ value: null, n: 0, status: 'no_denominator' });
  });
});

describe('a school’s own graduates', () => {
  it('are told as the school counted them last, with every count of the class', async () => {
    const { body, text } = await get('dean', '/api/cohorts');
    expect(body.year).toBe(YEAR);
    expect(body.years[0].values.placement_rate).toMatchObject({ value: 0.75, n: 40 });
    expect(body.colleges).toMatchObject([
      { college: { name: 'Chemistry' }, values: { graduates: { value: 40 } } },
    ]);
    expect(body.counts).toMatchObject([
      { countedOn: `${YEAR - 1}-06-30`, graduates: 40, among: 40, placed: 10 },
      { countedOn: `${YEAR - 1}-08-31`, graduates: 40, among: 40, placed: 30 },
    ]);
    expect(text).not.toMatch(/777|School 2/);
  });

  it('are the own school’s, whatever is asked; the company says of which school', async () => {
    for (const path of ['/api/cohorts', '/api/demand']) {
      const foreign = await get('dean', `${path}?school=2`);
      const nothing = await get('dean', `${path}?school=9999`);
      expect([foreign.status, nothing.status]).toEqual([404, 404]);
      expect(foreign.text).toBe(nothing.text);
      expect((await get('hr', path)).status).toBe(400);
      expect((await get('hr', `${path}?school=2`)).text).toContain('777');
    }
  });
});
