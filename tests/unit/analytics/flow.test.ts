import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fixedDay } from '../../../domain/dates.ts';
import { DIMENSION_IDS } from '../../../domain/dimensions.ts';
import { flow } from '../../../server/analytics/flow.ts';
import { scopeOfEverything, scopeOfSchool } from '../../../server/auth/scope.ts';
import type { KeyValue } from '../../../server/store/ports.ts';
import { hire } from '../../support/plain-hire.ts';
import { anyHire } from '../../support/random-hires.ts';
import { anySelection } from '../../support/random-queries.ts';
import { storeHires } from '../../support/store-hires.ts';
import { temporaryDatabase, type TemporaryDatabase } from '../../support/temporary-database.ts';
import { peopleOf } from './selected-people.ts';

let database: TemporaryDatabase;
beforeAll(async () => {
  database = await temporaryDatabase();
});
afterAll(() => database.remove());

const KNOWN_TO = fixedDay(2022, 12, 31);

const anyCase = fc.record({
  hires: fc.array(anyHire, { maxLength: 50 }),
  path: fc.shuffledSubarray(DIMENSION_IDS, { minLength: 2, maxLength: 3 }),
  top: fc.integer({ min: 1, max: 4 }),
  selection: anySelection,
  scope: fc.constantFrom(scopeOfEverything(), scopeOfEverything(), scopeOfSchool(1)),
});

const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);

describe('flow', () => {
  it('loses and invents nobody on the way, and folds only the smallest into one node', async () => {
    let [flowing, folded, blank] = [0, 0, 0];
    await fc.assert(
      fc.asyncProperty(anyCase, async ({ hires, path, top, selection, scope }) => {
        storeHires(database, hires, KNOWN_TO);
        const { where, asOf } = selection;
        const answer = await flow(database.store.aggregator, { path, top, where, asOf, scope });
        const { nodes, links } = answer;
        const people = peopleOf(hires, { by: [], where, asOf, scope }).filter(
          ({ measures }) => measures.hires === 1,
        );
        const layerOf = (node: number): number =>
          path.findIndex((id) => id === nodes[node]?.dimension);
        const inflow = (node: number) =>
          sum(links.filter(({ target }) => target === node).map(({ value }) => value));
        const outflow = (node: number) =>
          sum(links.filter(({ source }) => source === node).map(({ value }) => value));

        for (const { source, target, value } of links) {
          expect(value).toBeGreaterThan(0);
          expect(layerOf(target)).toBe(layerOf(source) + 1);
        }
        const pairs = links.map(({ source, target }) => `${source}>${target}`);
        expect(new Set(pairs).size).toBe(pairs.length);
        for (const [layer, id] of path.entries()) {
          if (layer > 0) {
            const arriving = links.filter(({ target }) => layerOf(target) === layer);
            expect(sum(arriving.map(({ value }) => value))).toBe(people.length);
          }
          const here = nodes.flatMap((node, index) =>
            node.dimension === id ? [{ ...node, index }] : [],
          );
          const sizes = here.map(({ index }) => (layer === 0 ? outflow(index) : inflow(index)));
          if (layer > 0 && layer < path.length - 1) {
            expect(here.map(({ index }) => outflow(index))).toEqual(sizes);
          }
          const counts = new Map<KeyValue, number>();
          for (const { dimensions } of people) {
            counts.set(dimensions[id], (counts.get(dimensions[id]) ?? 0) + 1);
          }
          const named = here.filter(({ other }) => !other);
          expect(named).toHaveLength(Math.min(top, counts.size));
          expect(here.length - named.length).toBe(counts.size > top ? 1 : 0);
          expect(here.at(-1)?.other ?? false).toBe(counts.size > top);
          for (const [index, { value }] of named.entries()) {
            expect(sizes[index]).toBe(counts.get(value));
            if (value === null) blank += 1;
          }
          const largest = [...counts.values()].toSorted((a, b) => b - a).slice(0, top);
          expect(sizes.slice(0, named.length)).toEqual(largest);
          if (counts.size > top) folded += 1;
        }
        flowing += people.length;
      }),
      { numRuns: 400 },
    );
    expect(Math.min(flowing, folded, blank)).toBeGreaterThan(10);
  });

  it('keeps a blank value and the rest apart, also where a value is called like them', async () => {
    const started = { hiredOn: '2020-07-01' };
    const departments = ['other', 'other', 'other', null, null, '', 'null'];
    storeHires(
      database,
      departments.map((department) => hire({ department }, started)),
      KNOWN_TO,
    );
    const { nodes, links } = await flow(database.store.aggregator, {
      path: ['department', 'year'],
      top: 2,
      where: {},
      scope: scopeOfEverything(),
    });
    expect(nodes).toEqual([
      { dimension: 'department', value: 'other', other: false },
      { dimension: 'department', value: null, other: false },
      { dimension: 'department', value: null, other: true },
      { dimension: 'year', value: 2020, other: false },
    ]);
    expect(links).toEqual([
      { source: 0, target: 3, value: 3 },
      { source: 1, target: 3, value: 2 },
      { source: 2, target: 3, value: 2 },
    ]);
  });

  it('of nobody has no nodes', async () => {
    storeHires(database, [hire({}, { offeredOn: '2020-01-01' })], KNOWN_TO);
    const path = ['school', 'major', 'department'] as const;
    const answer = await flow(database.store.aggregator, {
      path,
      top: 8,
      where: {},
      scope: scopeOfEverything(),
    });
    expect(answer).toMatchObject({ asOf: KNOWN_TO, nodes: [], links: [] });
  });
});
