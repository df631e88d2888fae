import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FlowItem } from '../../client/charts/flow-item.ts';
import { flowLayout, type FlowBand } from '../../client/charts/flow-layout.ts';

const ROOM = { left: 100, right: 700, top: 10, bottom: 510, node: 8, gap: 12 };

/** Flows over three layers of one to six items, each joined to each of the next by none to forty people. */
const flows = fc
  .tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 6 }))
  .chain(([first, second]) =>
    fc.record({
      sizes: fc.constant([first, second, 3] as const),
      values: fc.array(fc.integer({ min: 0, max: 40 }), {
        minLength: first * second + second * 3,
        maxLength: first * second + second * 3,
      }),
    }),
  )
  .map(({ sizes, values }) => {
    const starts = [0, sizes[0], sizes[0] + sizes[1]] as const;
    const pairs = [0, 1].flatMap((layer) =>
      Array.from({ length: sizes[layer] ?? 0 }, (_, source) =>
        Array.from({ length: sizes[layer + 1] ?? 0 }, (__, target) => ({
          source: (starts[layer] ?? 0) + source,
          target: (starts[layer + 1] ?? 0) + target,
        })),
      ).flat(),
    );
    const bands = pairs
      .map((pair, index) => ({ ...pair, value: values[index] ?? 0 }))
      .filter(({ value }) => value > 0);
    const sum = (end: 'source' | 'target', item: number) =>
      bands.reduce((total, band) => total + (band[end] === item ? band.value : 0), 0);
    const items = sizes.flatMap((size, layer) =>
      Array.from({ length: size }, (_, index): FlowItem => {
        const position = (starts[layer] ?? 0) + index;
        const value = Math.max(sum('source', position), sum('target', position));
        const id = String(position);
        return { id, label: id, layer, value, color: 'red', pickable: false };
      }),
    );
    return { items, bands };
  });

function laidOut({ items, bands }: { items: FlowItem[]; bands: FlowBand[] }) {
  const places = flowLayout(items, bands, ROOM);
  const nodes = places.nodes.flatMap((place, index) => {
    const item = items[index];
    return item === undefined ? [] : [{ item, ...place }];
  });
  const drawn = places.bands.flatMap((place, index) => {
    const band = bands[index];
    return band === undefined ? [] : [{ band, ...place }];
  });
  expect([nodes.length, drawn.length]).toEqual([items.length, bands.length]);
  return { nodes, bands: drawn };
}

describe('the layout of a flow', () => {
  it('gives the same height to every person, and keeps items apart, in order and in the room', () => {
    fc.assert(
      fc.property(flows, (flow) => {
        const { nodes, bands } = laidOut(flow);
        const known = nodes.find(({ item }) => item.value > 0);
        const scale = known === undefined ? 0 : known.height / known.item.value;
        for (const { item, height, y } of nodes) {
          expect(height).toBeCloseTo(scale * item.value, 6);
          expect(y).toBeGreaterThanOrEqual(ROOM.top - 1e-6);
          expect(y + height).toBeLessThanOrEqual(ROOM.bottom + 1e-6);
        }
        for (const { band, height } of bands) expect(height).toBeCloseTo(scale * band.value, 6);
        for (const layer of [0, 1, 2]) {
          let end = -Infinity;
          for (const { y, height } of nodes.filter(({ item }) => item.layer === layer)) {
            expect(y - end).toBeGreaterThanOrEqual(ROOM.gap - 1e-6);
            end = y + height;
          }
        }
      }),
    );
  });

  it('fills an item with its bands, one after another in the order of their other ends', () => {
    fc.assert(
      fc.property(flows, (flow) => {
        const { nodes, bands } = laidOut(flow);
        for (const [index, node] of nodes.entries()) {
          for (const end of ['source', 'target'] as const) {
            const own = bands.filter(({ band }) => band[end] === index);
            const other = end === 'source' ? 'target' : 'source';
            const edge = end === 'source' ? 'y1' : 'y2';
            let expected = node.y;
            for (const band of own.toSorted((a, b) => a.band[other] - b.band[other])) {
              expect(band[edge]).toBeCloseTo(expected, 6);
              expected += band.height;
            }
            expect(expected).toBeLessThanOrEqual(node.y + node.height + 1e-6);
          }
        }
      }),
    );
  });

  it('uses the whole height where the largest layer needs it, and the whole width', () => {
    const items: FlowItem[] = [
      { id: 'a', label: 'a', layer: 0, value: 30, color: 'red', pickable: false },
      { id: 'b', label: 'b', layer: 0, value: 10, color: 'red', pickable: false },
      { id: 'c', label: 'c', layer: 1, value: 40, color: 'red', pickable: false },
    ];
    const bands = [
      { source: 0, target: 2, value: 30 },
      { source: 1, target: 2, value: 10 },
    ];
    // 500 pixels less a gap of 12 for 40 people: 12.2 for each; the one item of the second layer is in the middle.
    expect(flowLayout(items, bands, ROOM)).toEqual({
      nodes: [
        { x: 100, y: 10, height: 366 },
        { x: 100, y: 388, height: 122 },
        { x: 692, y: 16, height: 488 },
      ],
      bands: [
        { x1: 108, y1: 10, x2: 692, y2: 16, height: 366 },
        { x1: 108, y1: 388, x2: 692, y2: 382, height: 122 },
      ],
    });
  });

  it('stands without people', () => {
    expect(flowLayout([], [], ROOM)).toEqual({ nodes: [], bands: [] });
  });
});
