import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { RELEASE_RULES } from '../../domain/releases/rules.ts';
import {
  THRESHOLD_IDS,
  THRESHOLDS,
  usualThreshold,
  withThresholds,
} from '../../domain/releases/thresholds.ts';
import { checkLogo } from '../../server/settings/check-logo.ts';
import { AS_OF_ISO, readApp, type ReadApp } from './read-app.ts';

// What an administrator sets, where it takes effect, and what a picture may not be.

const NOBODY = { cookie: 'none=1' };
const SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>';
/** A PNG of one pixel. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
/** The head of a JPEG of 3 × 2 pixels. */
const JPEG = Buffer.from('ffd8ffe000044a46ffc0001108000200030301220002110103110100ffd9', 'hex');

let read: ReadApp;
beforeAll(async () => {
  read = await readApp();
});
afterAll(() => read.remove());

const change = (body: unknown) =>
  read.ask(
    '/api/settings',
    {
      method: 'PATCH',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    },
    'admin',
  );
const putLogo = (bytes: Buffer | string) =>
  read.ask(
    '/api/settings/logo',
    { method: 'PUT', body: new Uint8Array(Buffer.from(bytes)) },
    'admin',
  );
const publish = (body: unknown) =>
  read.ask('/api/releases', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
const welcome = async () => (await read.ask('/api/welcome', { headers: NOBODY })).body.company;

describe('the settings of a deployment', () => {
  it('begin with what is configured, and change field by field', async () => {
    const before = await read.ask('/api/settings', {}, 'admin');
    expect(before.body).toEqual({
      companyName: null,
      currency: null,
      currencyNow: 'CNY',
      asOf: null,
      knownTo: AS_OF_ISO,
      thresholds: {},
      hasLogo: false,
    });
    expect((await change({ companyName: ' 星岳集团 ' })).body.companyName).toBe('星岳集团');
    expect((await change({ currency: 'EUR' })).body).toMatchObject({
      companyName: '星岳集团',
      currencyNow: 'EUR',
    });
    expect(await welcome()).toEqual({ name: '星岳集团', logo: null });
  });

  it('the currency is that of every page, and of what is published from now on', async () => {
    await change({ currency: 'EUR' });
    expect((await read.ask('/api/about')).body.currency).toBe('EUR');
    expect((await publish({ preview: true })).body.currency).toBe('EUR');
    expect((await publish({})).status).toBe(201);
    await change({ currency: null });
    expect((await read.ask('/api/about')).body.currency).toBe('CNY');
    // What was published keeps the currency of its day.
    expect((await read.ask('/api/release?school=1')).body.currency).toBe('EUR');
  });

  it('move the tag of answers, so that no browser keeps one with what was set before', async () => {
    const tag = async () => (await read.ask('/api/about')).headers.get('etag') ?? '';
    const before = await tag();
    expect(await tag()).toBe(before);
    await change({ currency: 'JPY' });
    const asked = { headers: { ...read.headers, 'if-none-match': before } };
    const fresh = await read.ask('/api/about', asked);
    expect([fresh.status, fresh.body.currency]).toEqual([200, 'JPY']);
    await change({ currency: null });
  });

  it.each([
    [{ currency: 'XYZ' }],
    [{ currency: 'eur' }],
    [{ companyName: '' }],
    [{ companyName: 'x'.repeat(61) }],
  ])('refuse %j', async (body) => {
    expect((await change(body)).status).toBe(400);
  });

  it('are in the audit trail', async () => {
    await change({ companyName: 'Before' });
    await change({ companyName: 'After' });
    await putLogo(PNG);
    const { body } = await read.ask('/api/audit?kind=settings&limit=2', {}, 'admin');
    expect(body.rows.map(({ changes }: { changes: unknown }) => changes)).toEqual([
      { logo: { before: null, after: 'image/png' } },
      { company_name: { before: 'Before', after: 'After' } },
    ]);
  });
});

describe('the usual day', () => {
  const EARLIER = '2021-05-31';
  afterEach(() => change({ asOf: null }));

  it('is that of every question that asks for no other, and moves no other answer', async () => {
    const questions = [
      '/api/query?metric=hires&metric=headcount&metric=retention_12m&metric=graduates&by=school',
      '/api/retention?by=school',
      '/api/comparison?metric=local_rate',
      '/api/flow?path=school&path=major',
      '/api/pipeline?by=channel',
      '/api/pipeline?mode=activity',
      '/api/season',
      '/api/season/actions?list=contracts',
      '/api/records/count',
      '/api/records?sort=-hired_on&limit=50',
      '/api/records.csv',
      '/api/docking?year=2022',
      '/api/forecast',
      '/api/effect?kind=course&metric=hires',
      '/api/effect/cost?kind=training',
    ];
    const asked = (path: string, day: string) =>
      read.ask(`${path}${path.includes('?') ? '&' : '?'}asOf=${day}`);
    const before = await Promise.all(questions.map((path) => asked(path, EARLIER)));
    const last = await Promise.all(questions.map((path) => read.ask(path)));
    expect((await change({ asOf: EARLIER })).body.asOf).toBe(EARLIER);
    let moved = 0;
    for (const [index, path] of questions.entries()) {
      const now = await read.ask(path);
      expect([now.status, now.text], path).toEqual([200, before[index]?.text]);
      if (now.text !== last[index]?.text) moved += 1;
      expect((await asked(path, AS_OF_ISO)).text, path).toBe(last[index]?.text);
    }
    expect(moved).toBe(questions.length);
    expect((await read.ask('/api/about')).body).toMatchObject({
      asOf: EARLIER,
      knownTo: AS_OF_ISO,
    });
    const later = await asked('/api/query?metric=hires', '2023-01-01');
    expect([later.status, later.text]).toEqual([400, expect.stringContaining(AS_OF_ISO)]);
  });

  it('is that of the values one can filter by, and of what would be published', async () => {
    const hires = async (): Promise<number> => {
      const { school } = (await read.ask('/api/dimensions')).body;
      return school.reduce((sum: number, one: { hires: number }) => sum + one.hires, 0);
    };
    const counted = async (): Promise<number> =>
      (await read.ask('/api/query?metric=hires')).body.total.hires.value;
    const all = await hires();
    expect(all).toBe(await counted());
    await change({ asOf: EARLIER });
    expect(await hires()).toBeLessThan(all);
    expect(await hires()).toBe(await counted());
    const { body } = await publish({ preview: true });
    expect(body.asOf).toBe(EARLIER);
  });

  it.each([['2023-01-01'], ['2022-02-30'], ['yesterday'], ['']])('refuses %j', async (asOf) => {
    expect((await change({ asOf })).status).toBe(400);
    expect((await read.ask('/api/about')).body.asOf).toBe(AS_OF_ISO);
  });

  it('says the last day that the data tells of where a later one is set', async () => {
    expect((await change({ asOf: '2023-01-01' })).body.error.message).toContain(AS_OF_ISO);
  });
});

describe('thresholds', () => {
  afterEach(() => change({ thresholds: {} }));

  it('are those of the next preview, which is another one by them', async () => {
    const usual = (await publish({ preview: true })).body;
    const set = { least: 25, leastOfQuartiles: 40, payStep: 5000, mostOfOne: 30 };
    expect((await change({ thresholds: set })).body.thresholds).toEqual(set);
    const strict = (await publish({ preview: true })).body;
    expect(strict.rules).toEqual({
      ...usual.rules,
      least: 25,
      leastOfQuartiles: 40,
      payStep: 5000,
      partners: { ...usual.rules.partners, mostOfOne: 0.3 },
    });
    expect(strict.tag).not.toBe(usual.tag);
    const told = (preview: typeof usual): number =>
      preview.parts.reduce((sum: number, part: { told: number }) => sum + part.told, 0);
    expect(told(usual)).toBeGreaterThan(told(strict));
    const stale = await publish({ tag: usual.tag });
    expect([stale.status, stale.body.error.code]).toEqual([409, 'conflict']);
    expect((await change({ companyName: 'Other' })).body.thresholds).toEqual(set);
  });

  it.each(THRESHOLD_IDS)('refuses %s less strict than usual, or beyond all sense', async (id) => {
    const usual = usualThreshold(id);
    const { strictest } = THRESHOLDS[id];
    const step = strictest > usual ? 1 : -1;
    for (const value of [usual - step, strictest + step, usual + step / 2]) {
      const refused = await change({ thresholds: { [id]: value } });
      expect([refused.status, refused.text], String(value)).toEqual([
        400,
        expect.stringContaining(THRESHOLDS[id].label.en),
      ]);
    }
    const possible = { [id]: usual + step };
    expect((await change({ thresholds: possible })).body.thresholds).toEqual(possible);
    expect(THRESHOLDS[id].of(withThresholds(RELEASE_RULES, possible))).toBe(usual + step);
  });

  it('refuse quartiles of fewer people than a median, and what is no threshold', async () => {
    const refused = await change({ thresholds: { least: 30 } });
    expect([refused.status, refused.text]).toEqual([400, expect.stringContaining('Raise both')]);
    expect((await change({ thresholds: { least: 30, leastOfQuartiles: 30 } })).status).toBe(200);
    expect((await change({ thresholds: { possible: 5 } })).status).toBe(400);
    expect((await change({ thresholds: { least: '12' } })).status).toBe(400);
  });

  it('are in the audit trail, each by its name', async () => {
    await change({ thresholds: { fewChanged: 6 } });
    const { body } = await read.ask('/api/audit?kind=settings&limit=1', {}, 'admin');
    expect(body.rows[0].changes).toEqual({ threshold_fewChanged: { before: null, after: 6 } });
  });
});

describe('the logo', () => {
  it('is answered as a picture in which nothing runs, under an address of its own', async () => {
    for (const [bytes, type] of [
      [Buffer.from(SVG), 'image/svg+xml'],
      [PNG, 'image/png'],
      [JPEG, 'image/jpeg'],
    ] as const) {
      expect((await putLogo(bytes)).body.hasLogo).toBe(true);
      const { logo } = await welcome();
      const { status, headers } = await read.ask(logo, { headers: NOBODY });
      expect([status, headers.get('content-type')]).toEqual([200, type]);
      const policy = headers.get('content-security-policy') ?? '';
      expect(policy).toMatch(/^default-src 'none';.*sandbox$/);
      expect(policy).not.toMatch(/script|allow-/);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
    }
    const first = await welcome();
    await putLogo(PNG);
    expect((await welcome()).logo).not.toBe(first.logo);
    const removed = await read.ask('/api/settings/logo', { method: 'DELETE' }, 'admin');
    expect(removed.body.hasLogo).toBe(false);
    expect((await read.ask('/api/company/logo', { headers: NOBODY })).status).toBe(404);
  });

  it('is what its bytes are', () => {
    expect(checkLogo(Buffer.from(SVG)).bytes.toString()).toBe(SVG);
    expect(checkLogo(Buffer.from(`<?xml version="1.0"?>\n<!-- x -->\n${SVG}`)).type).toBe(
      'image/svg+xml',
    );
    const inner = SVG.replace('<path', '<use href="#a"/><path fill="url(#b)"');
    expect(checkLogo(Buffer.from(inner)).type).toBe('image/svg+xml');
  });

  it.each([
    ['a script', SVG.replace('<path', '<script>alert(1)</script><path')],
    ['a handler', SVG.replace('<path', '<path onload="alert(1)"')],
    ['a handler after a line', SVG.replace('<path', '<path\nonclick=alert(1)')],
    ['foreign content', SVG.replace('<path', '<foreignObject><p/></foreignObject><path')],
    ['a link elsewhere', SVG.replace('<path', '<a href="https://evil.example"/><path')],
    ['a link that runs', SVG.replace('<path', '<a href="javascript:alert(1)"/><path')],
    [
      'a picture from elsewhere',
      SVG.replace('<path', '<image xlink:href="//evil.example/x"/><path'),
    ],
    ['a style from elsewhere', SVG.replace('<path', '<style>@import "//e.example"</style><path')],
    ['an entity', `<!DOCTYPE svg [<!ENTITY x "y">]>${SVG}`],
    ['a page', '<!doctype html><svg></svg>'],
    ['a text', 'hello'],
    ['nothing', ''],
    ['a damaged PNG', PNG.subarray(0, 20)],
    ['a damaged JPEG', JPEG.subarray(0, 8)],
  ])('may not hold %s', async (_, bytes) => {
    const { status, body } = await putLogo(bytes);
    expect([status, body.error.code]).toEqual([422, 'unusable']);
  });

  it('may not be too large, in bytes or pixels', async () => {
    expect((await putLogo(Buffer.concat([PNG, Buffer.alloc(512 * 1024)]))).status).toBe(413);
    const wide = Buffer.from(PNG);
    wide.writeUInt32BE(5000, 16);
    expect((await putLogo(wide)).status).toBe(422);
  });
});
