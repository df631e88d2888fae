import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shareDomain, shareTicks, sizeTicks } from '../../client/charts/funnel-scale.ts';
import { placeLabels } from '../../client/charts/place-labels.ts';

const limit = (n: number, low: number, high: number) => ({
  n,
  low95: low,
  high95: high,
  low998: Math.max(0, low - 0.1),
  high998: Math.min(1, high + 0.1),
});

describe('the scales of the funnel plot', () => {
  it('hold every school and the limits at the smallest one, rounded outward', () => {
    const limits = [limit(5, 0, 1), limit(20, 0.52, 0.86), limit(200, 0.65, 0.75)];
    expect(shareDomain([{ n: 20, rate: 0.7 }], limits)).toEqual([0.5, 0.9]);
    const schools = [
      { n: 20, rate: 0.7 },
      { n: 90, rate: 0.31 },
    ];
    expect(shareDomain(schools, limits)).toEqual([0.3, 0.9]);
  });

  it('never leave 0 to 1, and never zoom in on almost nothing', () => {
    const anySchool = fc.record({
      n: fc.integer({ min: 1, max: 500 }),
      rate: fc.double({ min: 0, max: 1, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(anySchool, { minLength: 1, maxLength: 9 }), (schools) => {
        const [low, high] = shareDomain(schools, []);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(1);
        expect(high - low).toBeGreaterThanOrEqual(0.1 - 1e-9);
        for (const { rate } of schools) expect(rate >= low && rate <= high).toBe(true);
        const ticks = shareTicks([low, high]);
        expect(ticks.length).toBeGreaterThanOrEqual(2);
        expect(ticks.length).toBeLessThanOrEqual(8);
        expect(ticks.every((tick) => tick >= low && tick <= high)).toBe(true);
      }),
    );
  });

  it('write round sizes', () => {
    expect(sizeTicks(4, 1400)).toEqual([5, 10, 20, 50, 100, 200, 500, 1000]);
    expect(sizeTicks(1, 3)).toEqual([1, 2]);
  });
});

describe('placeLabels', () => {
  const AREA = { x: 0, y: 0, width: 400, height: 300 };
  const LINE = 15;

  it('puts a label right of its point, or left where there is no room', () => {
    const [right] = placeLabels([{ x: 100, y: 100, width: 80 }], [], AREA, LINE);
    expect(right).toMatchObject({ y: 100, isApart: false });
    expect(right?.x).toBeGreaterThan(100);
    const [left] = placeLabels([{ x: 390, y: 100, width: 80 }], [], AREA, LINE);
    expect((left?.x ?? 0) + 80).toBeLessThan(390);
  });

  it('never lets two labels cover each other or leave the plot', () => {
    const point = fc.record({
      x: fc.integer({ min: 0, max: 400 }),
      y: fc.integer({ min: 0, max: 300 }),
      width: fc.integer({ min: 20, max: 160 }),
    });
    fc.assert(
      fc.property(fc.array(point, { maxLength: 12 }), (points) => {
        const obstacles = points.map(({ x, y }) => ({ x, y, radius: 5 }));
        const boxes = placeLabels(points, obstacles, AREA, LINE).flatMap((place, index) =>
          place === null
            ? []
            : [{ left: place.x, right: place.x + (points[index]?.width ?? 0), y: place.y }],
        );
        for (const [index, one] of boxes.entries()) {
          expect(one.left >= 0 && one.right <= 400).toBe(true);
          expect(one.y >= LINE / 2 && one.y <= 300 - LINE / 2).toBe(true);
          for (const other of boxes.slice(index + 1)) {
            const apart =
              one.right <= other.left ||
              other.right <= one.left ||
              Math.abs(one.y - other.y) >= LINE - 1e-9;
            expect(apart).toBe(true);
          }
        }
      }),
    );
  });

  it('gives the first the best place, and leaves other points free where it can', () => {
    const points = [
      { x: 100, y: 100, width: 80 },
      { x: 105, y: 102, width: 80 },
    ];
    const places = placeLabels(points, [{ x: 150, y: 100, radius: 5 }], AREA, LINE);
    expect(places).not.toContain(null);
    const covers = (place: (typeof places)[number]) =>
      place !== null &&
      place.x < 155 &&
      place.x + 80 > 145 &&
      Math.abs(place.y - 100) < LINE / 2 + 5;
    expect(places.some(covers)).toBe(false);
  });
});
