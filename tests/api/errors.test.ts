import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AppError } from '../../domain/errors.ts';
import { expectError } from './expect-error.ts';
import { readApp, type ReadApp } from './read-app.ts';

let read: ReadApp;
beforeAll(async () => {
  read = await readApp();
});
afterAll(() => read.remove());

describe('an unanswerable question', () => {
  const cases: [string, ...string[]][] = [
    ['/api/query', 'metric'],
    ['/api/query?metric=', '""', 'hires'],
    ['/api/query?metric=hirs', '"hirs"', 'hires'],
    ['/api/query?metric=Hires', '"Hires"', 'hires'],
    ['/api/query?metric=retention12m', '"retention12m"', 'retention_12m'],
    ['/api/query?metric=__proto__', '"__proto__"'],
    ['/api/query?metric=toString', '"toString"'],
    ['/api/query?metric=hires&metric=hires', 'metric', 'once'],
    ['/api/query?metric=hires&by=scool', '"scool"', 'school'],
    ['/api/query?metric=hires&by=constructor', '"constructor"'],
    ['/api/query?metric=hires&by=year&by=year', 'by', 'once'],
    ['/api/query?metric=hires&by=school&by=year&by=major&by=degree', 'by', '3'],
    ['/api/query?metric=hires&shcool=1', '"shcool"', 'school'],
    ['/api/query?metric=hires&__proto__=1', '"__proto__"'],
    ['/api/query?metric=hires&school[]=1', '"school[]"', 'school'],
    ['/api/query?metric=hires&school=abc', 'school', '"abc"'],
    ['/api/query?metric=hires&school=0', 'school', '"0"'],
    ['/api/query?metric=hires&school=-1', 'school', '"-1"'],
    ['/api/query?metric=hires&school=1.5', 'school', '"1.5"'],
    ['/api/query?metric=hires&school=1e3', 'school', '"1e3"'],
    ['/api/query?metric=hires&school=%201', 'school'],
    ['/api/query?metric=hires&school=9999999999999999999', 'school'],
    ['/api/query?metric=hires&school=1&school=x', 'school', '"x"'],
    ['/api/query?metric=hires&degree=phd', 'degree', 'doctor'],
    ['/api/query?metric=hires&intern=maybe', 'intern', 'yes, no'],
    ['/api/query?metric=hires&year=24', 'year', '2024'],
    ['/api/query?metric=hires&year=2024..2020', 'year', '2024..2020'],
    ['/api/query?metric=hires&year=2020..', 'year'],
    ['/api/query?metric=hires&year=2020...2024', 'year'],
    ['/api/query?metric=hires&sort=-offers', '"offers"', 'hires'],
    ['/api/query?metric=hires&sort=school', '"school"', 'hires'],
    ['/api/query?metric=hires&sort=--hires', '"-hires"', 'hires'],
    ['/api/query?metric=hires&sort=hires&sort=year', 'sort', 'once'],
    ['/api/query?metric=hires&limit=0', 'limit', '"0"', '1'],
    ['/api/query?metric=hires&limit=-5', 'limit', '"-5"'],
    ['/api/query?metric=hires&limit=10.5', 'limit', '"10.5"'],
    ['/api/query?metric=hires&limit=1e3', 'limit', '"1e3"'],
    ['/api/query?metric=hires&limit=10001', 'limit', '10000'],
    ['/api/query?metric=hires&limit=1&limit=2', 'limit', 'once'],
    ['/api/query?metric=hires&asOf=2023-01-01', '2023-01-01', '2022-12-31'],
    ['/api/query?metric=hires&asOf=2021-02-30', 'asOf', '2021-02-30'],
    ['/api/query?metric=hires&asOf=yesterday', 'asOf', '"yesterday"'],
    ['/api/query?metric=hires&asOf=', 'asOf', '""'],
    ['/api/retention?asOf=2023-01-01', '2023-01-01'],
    ['/api/retention?by=nothing', '"nothing"'],
    ['/api/retention?metric=hires', '"metric"'],
    ['/api/comparison', 'metric=', 'acceptance_rate'],
    ['/api/comparison?metric=', '""', 'Nearest'],
    ['/api/comparison?metric=hires', 'hires is no proportion', 'show_up_rate'],
    ['/api/comparison?metric=retention_12m', 'no proportion', 'first_year_turnover'],
    ['/api/comparison?metric=school_share', 'no proportion'],
    ['/api/comparison?metric=acceptance', '"acceptance"', 'acceptance_rate'],
    ['/api/comparison?metric=local_rate&metric=renege_rate', 'metric', 'once'],
    ['/api/comparison?metric=local_rate&by=major', '"major"', 'school'],
    ['/api/comparison?metric=local_rate&pool=0', 'pool', '"0"'],
    ['/api/comparison?metric=local_rate&pool=three', 'pool', '"three"'],
    ['/api/comparison?metric=local_rate&asOf=2023-01-01', '2023-01-01', '2022-12-31'],
    ['/api/comparison?metric=local_rate&colour=red', '"colour"'],
    ['/api/retention?by=school&top=7', 'top', '6'],
    ['/api/retention?by=school&top=2&group=1', 'group', 'top', 'not both'],
    ['/api/retention?top=2', 'by='],
    ['/api/retention?group=1', 'by='],
    ['/api/retention?by=school&by=year&group=1', 'single by='],
    ['/api/retention?by=school&group=x', 'group', '"x"', 'school='],
    ['/api/retention?by=hire_year&group=2019..2020', 'group', '"2019..2020"'],
    ['/api/retention?by=degree&group=phd', 'group', '"phd"'],
    ['/api/retention?by=school&group=1&group=1', 'group', 'once'],
    ['/api/retention?by=school&against=others', 'group=', 'top='],
    ['/api/retention?by=school&top=6&against=others', '5'],
    ['/api/retention?by=school&top=2&against=all', 'against', 'others'],
    ['/api/retention?by=school&test=t', 'test', 'log_rank'],
    ['/api/retention/test?by=school&test=none', '"test"'],
    ['/api/flow', 'path='],
    ['/api/flow?path=school', 'path='],
    ['/api/flow?path=school&path=school', 'path', 'once'],
    ['/api/flow?path=school&path=year&path=major&path=city', 'path', '3'],
    ['/api/flow?path=school&path=major&top=0', 'top', '"0"'],
    ['/api/flow?path=school&path=major&top=51', 'top', '50'],
    ['/api/flow?path=school&path=major&asOf=2023-01-01', '2023-01-01'],
    ['/api/records?asOf=2023-01-01', '2023-01-01'],
    ['/api/records?limit=1001', 'limit', '1000'],
    ['/api/records?by=school', '"by"'],
    ['/api/records?sort=hired', '"hired"', 'hired_on'],
  ];
  it.each(cases)('%s is a 400 that names what is wrong', async (path, ...words) => {
    const answer = await read.ask(path);
    expectError(answer, 400, 'invalid_input');
    for (const word of words) expect(answer.body.error.message).toContain(word);
  });

  it('lists every mistake at once, with its place', async () => {
    const { body } = await read.ask('/api/query?metric=hirs&by=yaer&school=x&limit=0');
    const places = body.error.details.map(({ path }: { path: string[] }) => path[0]);
    expect(places.toSorted()).toEqual(['by', 'limit', 'metric', 'school']);
  });
});

describe('a place that does not exist', () => {
  const elsewhere: [string, string][] = [
    ['GET', '/api/nonsense'],
    ['GET', '/api'],
    ['GET', '/api/'],
    ['GET', '/api/query/'],
    ['GET', '/api/query/extra'],
    ['GET', '/api/%'],
    ['GET', '/api/../etc/passwd'],
    ['POST', '/api/query'],
    ['PUT', '/api/records'],
    ['PATCH', '/api/metrics'],
    ['DELETE', '/api/dimensions'],
    ['POST', '/healthz'],
    ['DELETE', '/'],
    ['POST', '/somewhere'],
  ];
  it.each(elsewhere)('%s %s is a 404 in the one shape', async (method, path) => {
    const answer = await read.ask(path, { method });
    if (path === '/api/../etc/passwd') expect(answer.text).not.toContain('root:');
    else expectError(answer, 404, 'not_found');
  });

  it('is also a file of the client that is gone, which no browser may keep', async () => {
    const there = await read.ask('/assets/app-1a2b.js');
    expect([there.status, there.text]).toEqual([200, 'export {};']);
    expect(there.headers.get('cache-control')).toContain('immutable');
    const gone = await read.ask('/assets/app-0000.js');
    expectError(gone, 404, 'not_found');
    expect(gone.headers.get('cache-control') ?? '').not.toContain('immutable');
  });

  it('leaves every other path to the pages of the client', async () => {
    const { status, text } = await read.ask('/schools/3');
    expect([status, text]).toEqual([200, '<!doctype html><title>Client</title>']);
  });
});

describe('what nobody foresaw', () => {
  it('is logged with the request’s id and answered without its message', async () => {
    const secret = 'SQLITE_CORRUPT: /srv/secret/path.db is malformed';
    const broken = await readApp([], ({ aggregator }) => ({
      aggregator: { ...aggregator, aggregate: () => Promise.reject(new Error(secret)) },
    }));
    for (const path of [
      '/api/query?metric=hires',
      '/api/about',
      '/api/flow?path=school&path=year',
    ]) {
      const answer = await broken.ask(path);
      expectError(answer, 500, 'internal');
      expect(answer.text).not.toContain('secret');
      expect(answer.headers.get('etag')).toBeNull();
      const id = answer.headers.get('x-request-id') ?? '?';
      expect(answer.body.error.message).toContain(id);
      expect(broken.log.some((line) => line.includes(secret) && line.includes(id))).toBe(true);
    }
    await broken.remove();
  });

  it('keeps its own status where the error was meant for people', async () => {
    const busy = await readApp([], ({ aggregator }) => ({
      aggregator: {
        ...aggregator,
        aggregate: () => Promise.reject(new AppError('conflict', 'The data keeps changing.')),
      },
    }));
    expectError(await busy.ask('/api/query?metric=hires'), 409, 'conflict');
    await busy.remove();
  });

  it('leaves no question in the log', async () => {
    await read.ask('/api/records?department=Confidential');
    expect(read.log.length).toBeGreaterThan(0);
    expect(read.log.join('\n')).not.toContain('Confidential');
  });
});
