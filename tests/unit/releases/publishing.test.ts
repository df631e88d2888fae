import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ReleasedPart } from '../../../domain/releases/release.ts';
import { RELEASE_RULES, type ReleaseRules } from '../../../domain/releases/rules.ts';
import { withThresholds } from '../../../domain/releases/thresholds.ts';
import { scopeOfEverything } from '../../../server/auth/scope.ts';
import { createReleases, type Releases } from '../../../server/releases/create-releases.ts';
import { publishDemo } from '../../../server/publish-demo.ts';
import { storeHires } from '../../support/store-hires.ts';
import { temporaryDatabase, type TemporaryDatabase } from '../../support/temporary-database.ts';
import { AS_OF, HARD_SCHOOLS, hardPeople } from './hard-data.ts';

let database: TemporaryDatabase;
let releases: Releases;
let now: Date;
let rules: ReleaseRules;

const PEOPLE = hardPeople(5).filter(({ schoolId }) => schoolId > 3);
const onDay = (iso: string): void => {
  now = new Date(`${iso}T09:00:00Z`);
};

beforeEach(async () => {
  database = await temporaryDatabase();
  rules = RELEASE_RULES;
  storeHires(database, PEOPLE, AS_OF, { schools: HARD_SCHOOLS });
  releases = createReleases({
    databasePath: database.path,
    currency: () => 'CNY',
    scope: scopeOfEverything(),
    rules: () => rules,
    state: () => database.store.aggregator.snapshot(),
    now: () => now,
  });
  onDay('2023-01-10');
});
afterEach(async () => {
  await releases.close();
  database.remove();
});

const partOf = (schoolId: number) => releases.part({ schoolId, collegeId: null });

describe('publishing', () => {
  it('freezes what was previewed, whatever becomes of the data', async () => {
    const draft = await releases.preview();
    const entry = await releases.publish('hr@example.com', draft);
    expect(entry).toMatchObject({
      version: draft.version,
      asOf: AS_OF,
      publishedBy: 'hr@example.com',
    });
    const published = partOf(4);
    expect(published?.part).toEqual(draft.parts.find(({ scope }) => scope.school.id === 4));
    storeHires(database, [], AS_OF, { schools: HARD_SCHOOLS });
    expect(partOf(4)).toEqual(published);
    database.write((handle) => {
      for (const statement of [
        'DELETE FROM releases',
        'DELETE FROM release_parts',
        "UPDATE release_parts SET content = '{}'",
        "UPDATE releases SET head = '{}'",
        'UPDATE releases SET version = 1, withdrawn_at = 1',
      ])
        expect(() => handle.exec(statement), statement).toThrow(/never/);
    });
    expect(partOf(4)).toEqual(published);
  });

  it('refuses another release within 90 days, in a sentence that names the day', async () => {
    await releases.publish(null);
    onDay('2023-04-09');
    const refused = releases.publish(null);
    await expect(refused).rejects.toMatchObject({
      code: 'conflict',
      sentence: {
        en: expect.stringContaining('2023-04-10'),
        zh: expect.stringContaining('2023-04-10'),
      },
      details: { possibleFrom: '2023-04-10' },
    });
    onDay('2023-04-10');
    expect((await releases.publish(null)).id).toBe(2);
    expect(releases.possibleFrom()).toBe('2023-07-09');
  });

  it('opens no loophole by withdrawing', async () => {
    await releases.publish(null);
    onDay('2023-06-01');
    await releases.publish(null);
    const second = partOf(4)?.entry.id;
    await releases.withdraw(2, 'hr@example.com');
    expect([second, partOf(4)?.entry.id]).toEqual([2, 1]);
    await expect(releases.publish(null)).rejects.toThrow('2023-08-30');
    await expect(releases.withdraw(2, null)).rejects.toMatchObject({ code: 'conflict' });
    await expect(releases.withdraw(9, null)).rejects.toMatchObject({ code: 'not_found' });
    await releases.withdraw(1, null);
    expect([partOf(4), releases.current()]).toEqual([null, null]);
    expect(releases.list().map(({ withdrawnBy }) => withdrawnBy)).toEqual(['hr@example.com', null]);
  });

  it('protects by the thresholds of its day, and keeps them', async () => {
    /** How many people each protected figure speaks of. */
    const sizes = (parts: readonly ReleasedPart[]): number[] =>
      parts
        .flatMap(({ tables }) => tables)
        .filter(({ metric }) => metric !== 'hires' && metric !== 'graduates')
        .flatMap(({ rows }) => rows.map(({ own }) => own))
        .flatMap(({ status, n }) =>
          (status === 'banded' || status === 'ok') && n !== null ? [n] : [],
        );
    const usual = await releases.preview();
    expect(Math.min(...sizes(usual.parts))).toBeLessThan(18);
    rules = withThresholds(RELEASE_RULES, { least: 18 });
    const strict = await releases.preview();
    expect(strict.rules.least).toBe(18);
    expect(Math.min(...sizes(strict.parts))).toBeGreaterThanOrEqual(18);
    await expect(releases.publish(null, usual)).rejects.toThrow('settings have changed');
    await releases.publish(null, strict);
    rules = RELEASE_RULES;
    expect(partOf(4)?.head.rules.least).toBe(18);
  });

  it('refuses to publish other data than were previewed', async () => {
    const { version, tag } = await releases.preview();
    storeHires(database, PEOPLE.slice(1), AS_OF, { schools: HARD_SCHOOLS });
    for (const seen of [{ version }, { tag }])
      await expect(releases.publish(null, seen)).rejects.toThrow('changed since the preview');
    expect(releases.list()).toEqual([]);
  });

  it('lets only one of two publish at once', async () => {
    await releases.preview();
    const both = await Promise.allSettled([releases.publish('a'), releases.publish('b')]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(releases.list()).toHaveLength(1);
  });

  it('is done by the demo itself once, and left to people from then on', async () => {
    const demo = publishDemo(releases);
    // Whoever publishes at the same time may be told that it was done.
    await Promise.allSettled([releases.publish('hr@example.com')]);
    await demo;
    expect(releases.list()).toHaveLength(1);
    onDay('2024-01-10');
    await publishDemo(releases);
    expect(releases.list()).toHaveLength(1);
  });
});
