import type { FlowItem } from './flow-item.ts';

export interface FlowBand {
  /** Positions in the list of items. */
  readonly source: number;
  readonly target: number;
  readonly value: number;
}

/** Where an item stands, in pixels. */
export interface FlowNodePlace {
  readonly x: number;
  readonly y: number;
  readonly height: number;
}

/** Where a band leaves its source and reaches its target, its upper edges, and how high it is, in pixels. */
export interface FlowBandPlace {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
  readonly height: number;
}

interface FlowRoom {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** How wide an item is. */
  readonly node: number;
  /** The least space between two items of a layer. */
  readonly gap: number;
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}

/**
 * Lays out a flow from layer to layer (a Sankey diagram) in the order that items have: one scale for all layers, by
 * which the layer that needs most room fills it; a layer that needs less has wider gaps. Bands leave and reach an item
 * in the order of what is at their other end, so that none crosses another of the same item.
 * @param items each layer's in the order they stand in, from the top.
 */
export function flowLayout(
  items: readonly FlowItem[],
  bands: readonly FlowBand[],
  room: FlowRoom,
): { readonly nodes: readonly FlowNodePlace[]; readonly bands: readonly FlowBandPlace[] } {
  const lastLayer = Math.max(0, ...items.map(({ layer }) => layer));
  const layers = Array.from({ length: lastLayer + 1 }, (_, layer) =>
    items.flatMap((item, index) => (item.layer === layer ? [index] : [])),
  );
  const height = room.bottom - room.top;
  const valueOf = (index: number) => items[index]?.value ?? 0;
  const scales = layers.flatMap((layer) => {
    const total = sumOf(layer.map(valueOf));
    return total > 0 ? [(height - (layer.length - 1) * room.gap) / total] : [];
  });
  const scale = Math.max(0, Math.min(...scales, Number.MAX_VALUE));
  const step = lastLayer === 0 ? 0 : (room.right - room.left - room.node) / lastLayer;

  const nodes: FlowNodePlace[] = [];
  for (const [index, layer] of layers.entries()) {
    const free = height - scale * sumOf(layer.map(valueOf));
    const gap = layer.length > 1 ? free / (layer.length - 1) : 0;
    let y = layer.length > 1 ? room.top : room.top + free / 2;
    for (const position of layer) {
      const high = scale * valueOf(position);
      nodes[position] = { x: room.left + index * step, y, height: high };
      y += high + gap;
    }
  }

  const ordered = bands.map((band, index) => ({ ...band, index }));
  const edgesOf = (end: 'source' | 'target', other: 'source' | 'target') => {
    const used = new Map<number, number>();
    const edges: number[] = [];
    for (const band of ordered.toSorted((a, b) => a[other] - b[other])) {
      const before = used.get(band[end]) ?? 0;
      edges[band.index] = (nodes[band[end]]?.y ?? 0) + before;
      used.set(band[end], before + scale * band.value);
    }
    return edges;
  };
  const leaving = edgesOf('source', 'target');
  const reaching = edgesOf('target', 'source');
  return {
    nodes,
    bands: bands.map(({ source, target, value }, index) => ({
      x1: (nodes[source]?.x ?? 0) + room.node,
      y1: leaving[index] ?? 0,
      x2: nodes[target]?.x ?? 0,
      y2: reaching[index] ?? 0,
      height: scale * value,
    })),
  };
}
