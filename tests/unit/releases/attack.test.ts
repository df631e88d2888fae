import loadHighs, { type Highs } from 'highs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RELEASE_RULES } from '../../../domain/releases/rules.ts';
import { scopeOfEverything } from '../../../server/auth/scope.ts';
import { draftRelease, type ReleaseDraft } from '../../../server/releases/draft-release.ts';
import { storeHires } from '../../support/store-hires.ts';
import { temporaryDatabase, type TemporaryDatabase } from '../../support/temporary-database.ts';
import { attack, attackPay, cluesOf, FAMILIES, payCluesOf, type Finding } from './attack.ts';
import { AS_OF, HARD_SCHOOLS, hardPeople } from './hard-data.ts';

/** Integer programs take their time on a busy machine. */
const PATIENCE = 300_000;

/** What pay is rounded to, in minor units. */
const STEP = RELEASE_RULES.payStep * 100;

let database: TemporaryDatabase;
let highs: Highs;
beforeAll(async () => {
  database = await temporaryDatabase();
  highs = await loadHighs();
});
afterAll(() => database.remove());

async function draft(
  people: ReturnType<typeof hardPeople>,
  unchecked: boolean,
): Promise<ReleaseDraft> {
  storeHires(database, people, AS_OF, { schools: HARD_SCHOOLS });
  const { aggregator, people: reader, directory } = database.store;
  return draftRelease(
    { aggregator, people: reader, directory, scope: scopeOfEverything() },
    { rules: RELEASE_RULES, past: [], unchecked },
  );
}

async function findings(
  seed: number,
  unchecked: boolean,
  families: readonly (readonly string[])[],
): Promise<{ found: Finding[]; clues: number }> {
  const people = hardPeople(seed);
  const { parts } = await draft(people, unchecked);
  const clues = cluesOf(parts, people, AS_OF);
  const found = families.flatMap((family) => attack(highs, family, clues, people, AS_OF));
  return { found, clues: clues.length };
}

const said = ({ metric, group, possible }: Finding): string =>
  `${metric}: ${possible} of ${group.map(({ candidateId }) => candidateId).join()}`;

describe('an attacker with an integer program of all that is published', () => {
  it.each([1, 2])(
    'finds nobody out in a checked release (seed %i)',
    async (seed) => {
      const { found, clues } = await findings(seed, false, FAMILIES);
      expect(found.map(said)).toEqual([]);
      expect(clues).toBeGreaterThan(20);
    },
    PATIENCE,
  );

  it.each([1, 2])(
    'finds people out where nothing is checked (seed %i)',
    async (seed) => {
      const { found } = await findings(seed, true, [['major_match_rate'], ['retention_12m']]);
      expect(found.some(({ group }) => group.length <= 2)).toBe(true);
      expect(found.some(({ group }) => group.length > 2)).toBe(true);
    },
    PATIENCE,
  );

  it(
    'learns nothing of the pay of few from a checked release',
    async () => {
      const people = hardPeople(1);
      const { parts } = await draft(people, false);
      const clues = payCluesOf(parts, people, STEP);
      expect([...attackPay(highs, clues, people)].map(said)).toEqual([]);
      expect(clues.length).toBeGreaterThan(5);
    },
    PATIENCE,
  );

  it(
    'learns of the pay of single people where nothing is checked',
    async () => {
      const people = hardPeople(1);
      const { parts } = await draft(people, true);
      let smallest = Infinity;
      for (const { group } of attackPay(highs, payCluesOf(parts, people, STEP), people)) {
        smallest = Math.min(smallest, group.length);
        if (smallest <= 2) break;
      }
      expect(smallest).toBeLessThanOrEqual(2);
    },
    PATIENCE,
  );
});
