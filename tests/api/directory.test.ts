import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectError } from './expect-error.ts';
import { readApp, type Answer, type ReadApp } from './read-app.ts';

let app: ReadApp;
beforeAll(async () => {
  app = await readApp();
});
afterAll(() => app.remove());

function send(method: string, path: string, body?: unknown, language = 'en'): Promise<Answer> {
  return app.ask(path, {
    method,
    headers: { 'Content-Type': 'application/json', 'Accept-Language': language },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}

const hiresBySchool = async (): Promise<Record<string, number>> => {
  const { body } = await app.ask('/api/query?metric=hires&by=school');
  return Object.fromEntries(
    body.rows.map(
      (row: { key: { school: { id: number } }; values: { hires: { value: number } } }) => [
        row.key.school.id,
        row.values.hires.value,
      ],
    ),
  );
};

describe('the directory over HTTP', () => {
  it('lists schools and majors with what names them', async () => {
    const schools = await app.ask('/api/directory/schools');
    expect(schools.status).toBe(200);
    expect(schools.body.rows).toHaveLength(3);
    expect(schools.body.rows[0]).toMatchObject({
      id: 1,
      fields: { name: 'School 1', name_zh: null, province: 'East Province', city: 'Harbor' },
      aliases: [],
      colleges: [{ id: 1, name: 'College' }],
    });
    const majors = await app.ask('/api/directory/majors');
    expect(majors.body.rows[0].fields).toEqual({
      name: 'Major 1',
      name_zh: null,
      code: null,
      family: 'Engineering',
    });
    const people = majors.body.rows.map((row: { counts: { hires: number } }) => row.counts.hires);
    expect(people.reduce((sum: number, one: number) => sum + one, 0)).toBe(240);
  });

  it('edits fields, keeps the old name as an alias, and moves every ETag', async () => {
    const before = (await app.ask('/api/dimensions')).headers.get('etag');
    const edited = await send('PATCH', '/api/directory/schools/3', {
      name: 'Harbor College',
      name_zh: '港湾学院',
      partner_since: '2019年9月',
      city: '',
    });
    expect(edited.status, edited.text).toBe(200);
    expect(edited.body.fields).toMatchObject({
      name: 'Harbor College',
      name_zh: '港湾学院',
      partner_since: '2019-09',
      city: null,
    });
    expect(edited.body.aliases).toEqual(['School 3']);
    const dimensions = await app.ask('/api/dimensions');
    expect(dimensions.headers.get('etag')).not.toBe(before);
    expect(dimensions.text).toContain('港湾学院');
  });

  it('adds and removes aliases', async () => {
    const path = '/api/directory/majors/2/aliases';
    const added = await send('POST', path, { alias: ' 机械 Engineering ' });
    expect(added.body.aliases).toEqual(['机械 Engineering']);
    expect((await send('POST', path, { alias: '机械engineering' })).body.aliases).toHaveLength(1);
    const taken = await send('POST', '/api/directory/majors/1/aliases', {
      alias: '机械 engineering',
    });
    expectError(taken, 409, 'conflict');
    expect(taken.body.error.message).toContain('Major 2');
    const removed = await send('DELETE', `${path}?alias=${encodeURIComponent('机械 Engineering')}`);
    expect(removed.body.aliases).toEqual([]);
    expectError(await send('DELETE', `${path}?alias=nothing`), 404, 'not_found');
  });

  it('merges two schools and undoes it', async () => {
    const before = await hiresBySchool();
    const wish = { from: 2, into: 1 };
    const preview = await send('POST', '/api/directory/schools/merge', { ...wish, preview: true });
    expect(preview.status, preview.text).toBe(200);
    expect(preview.body).toMatchObject({
      kind: 'schools',
      from: { id: 2, name: 'School 2' },
      aliases: ['School 2'],
      clashes: [],
    });
    expect(await hiresBySchool()).toEqual(before);

    const merged = await send('POST', '/api/directory/schools/merge', wish);
    expect(merged.status, merged.text).toBe(201);
    expect(merged.body.moved).toEqual(preview.body.moves);
    const after = await hiresBySchool();
    expect(after).toEqual({ 1: (before[1] ?? 0) + (before[2] ?? 0), 3: before[3] });
    expectError(await send('PATCH', '/api/directory/schools/2', { city: 'x' }), 404, 'not_found');

    for (const path of ['/api/query?metric=hires&by=year', '/api/records/count?behind=hires']) {
      const asked = await app.ask(`${path}&school=2`);
      expect(asked.status, asked.text).toBe(200);
      expect(asked.body).toEqual((await app.ask(`${path}&school=1`)).body);
      expect((await app.ask(`${path}&school=2&school=1&school=3`)).body).toEqual(
        (await app.ask(`${path}&school=1&school=3`)).body,
      );
    }
    const onward = await send('POST', '/api/directory/schools/merge', { from: 1, into: 3 });
    expect(onward.status, onward.text).toBe(201);
    const { body: all } = await app.ask('/api/query?metric=hires&school=3');
    expect((await app.ask('/api/query?metric=hires&school=2')).body).toEqual(all);
    await send('POST', `/api/merges/${onward.body.id}/undo`);
    expect((await app.ask('/api/query?metric=hires&school=2')).body.total.hires.value).toBe(
      after[1],
    );

    const history = await app.ask('/api/merges');
    expect(history.body.rows.slice(1)).toMatchObject([
      { id: merged.body.id, mergedBy: 'token:2', undoneAt: null },
    ]);
    const undone = await send('POST', `/api/merges/${merged.body.id}/undo`);
    expect(undone.status, undone.text).toBe(200);
    expect(undone.body.undoneAt).toEqual(expect.any(String));
    expect(await hiresBySchool()).toEqual(before);
    const { body: again } = await app.ask('/api/query?metric=hires&school=2');
    expect(again.total.hires.value).toBe(before[2]);
    expectError(await send('POST', `/api/merges/${merged.body.id}/undo`), 409, 'conflict');
  });

  it('suggests names that are near, until somebody says they are different', async () => {
    await send('PATCH', '/api/directory/schools/1', { name: 'North University of Law' });
    await send('PATCH', '/api/directory/schools/2', { name: 'North Universty of Law' });
    const pairs = async (): Promise<[number, number, number][]> =>
      (await app.ask('/api/directory/schools/duplicates')).body.rows.map(
        (row: { first: { id: number }; second: { id: number }; score: number }) => [
          row.first.id,
          row.second.id,
          row.score,
        ],
      );
    const [first, ...others] = await pairs();
    expect(first).toEqual([1, 2, 0.95]);
    await send('POST', '/api/directory/schools/different', { first: 2, second: 1 });
    expect(await pairs()).toEqual(others);
  });

  it.each<[string, string, unknown, number]>([
    ['PATCH', '/api/directory/schools/99', { city: 'x' }, 404],
    ['PATCH', '/api/directory/schools/zero', { city: 'x' }, 400],
    ['PATCH', '/api/directory/colleges/1', { city: 'x' }, 400],
    ['PATCH', '/api/directory/schools/1', { family: 'x' }, 400],
    ['PATCH', '/api/directory/schools/1', { names: 'x' }, 400],
    ['PATCH', '/api/directory/schools/1', { name: '  ' }, 400],
    ['PATCH', '/api/directory/schools/1', { partner_since: 'long ago' }, 400],
    ['PATCH', '/api/directory/schools/1', { name: 'x'.repeat(201) }, 400],
    ['PATCH', '/api/directory/schools/1', { name: 'harbor college' }, 409],
    ['POST', '/api/directory/schools/1/aliases', { alias: '  ' }, 400],
    ['POST', '/api/directory/schools/99/aliases', { alias: 'x' }, 404],
    ['POST', '/api/directory/schools/merge', { from: 1, into: 1 }, 400],
    ['POST', '/api/directory/schools/merge', { from: 1, into: 99 }, 404],
    ['POST', '/api/directory/schools/merge', { from: 99, into: 1, preview: true }, 404],
    ['POST', '/api/directory/schools/merge', { from: '1', into: 2 }, 400],
    ['POST', '/api/directory/schools/different', { first: 1, second: 99 }, 404],
    ['POST', '/api/merges/99/undo', undefined, 404],
  ])('refuses %s %s %j with %d', async (method, path, body, status) => {
    const code = { 400: 'invalid_input', 404: 'not_found', 409: 'conflict' }[status] ?? '';
    expectError(await send(method, path, body), status, code);
  });

  it('says so in the language of the request', async () => {
    const { body } = await send('POST', '/api/merges/99/undo', undefined, 'zh-CN');
    expect(body.error.message).toBe('没有合并 99。');
  });
});
