import { useElementSize } from '@mantine/hooks';
import { useState, type MouseEvent } from 'react';
import type { Picks } from '../frame/picks.ts';
import { useFormatter } from '../frame/use-formatter.ts';
import { ChartImage } from './chart-image.tsx';
import { chartFontSize } from './chart-text.ts';
import { drawnSize } from './drawn-size.ts';
import type { FlowItem } from './flow-item.ts';
import { flowLayout, type FlowBand, type FlowBandPlace } from './flow-layout.ts';
import { FlowNodeMark } from './flow-node-mark.tsx';

interface FlowChartProps extends Picks {
  /** What the chart shows, in a sentence. */
  readonly label: string;
  readonly items: readonly FlowItem[];
  readonly bands: readonly FlowBand[];
}

const NODE_WIDTH = 10;
/** In sizes of the text, so that names keep clear of one another. */
const NODE_GAP = 1.4;
const ROW = 3.6;
const MARGIN = 8;
/** Shares of the width that the names of the first and the last layer stand in. */
const LEFT = 0.21;
const RIGHT = 0.17;

/** A band's outline: it leaves and arrives level, and keeps its height. */
function outline({ x1, y1, x2, y2, height }: FlowBandPlace): string {
  const middle = (x1 + x2) / 2;
  return (
    `M${x1},${y1}C${middle},${y1} ${middle},${y2} ${x2},${y2}v${height}` +
    `C${middle},${y2 + height} ${middle},${y1 + height} ${x1},${y1 + height}Z`
  );
}

/** How many flow from layer to layer, as bands between the values of each. */
export function FlowChart({ label, items, bands, ...picks }: FlowChartProps) {
  const format = useFormatter();
  const { ref, width: chartWidth } = useElementSize();
  // A title for each of hundreds of bands would be half of what the chart puts into the page.
  const [named, setNamed] = useState<string | null>(null);
  const fontSize = chartFontSize();
  const lastLayer = Math.max(...items.map(({ layer }) => layer));
  const perLayer = items.map(({ layer }) => items.filter((item) => item.layer === layer).length);
  const height = Math.max(280, Math.max(...perLayer) * ROW * fontSize);

  const sides = { left: chartWidth * LEFT, right: chartWidth * RIGHT };
  const middle = lastLayer === 0 ? 0 : (chartWidth - sides.left - sides.right) / lastLayer / 2;
  const places = flowLayout(items, bands, {
    left: sides.left,
    right: chartWidth - sides.right,
    top: MARGIN,
    bottom: height - MARGIN,
    node: NODE_WIDTH,
    gap: NODE_GAP * fontSize,
  });

  const nameBand = ({ target }: MouseEvent) => {
    if (target instanceof SVGElement) setNamed(target.dataset['band'] ?? null);
  };
  return (
    <ChartImage label={label} ref={ref}>
      <div className="drawn-chart">
        <svg width="100%" {...drawnSize(chartWidth, height)}>
          <g onMouseOver={nameBand}>
            {bands.map(({ source, target, value }, index) => {
              const from = items[source];
              const to = items[target];
              const place = places.bands[index];
              if (from === undefined || to === undefined || place === undefined) return null;
              const id = `${from.id} ${to.id}`;
              return (
                <path
                  key={id}
                  data-band={id}
                  d={outline(place)}
                  fill={from.color}
                  className="flow-band"
                >
                  {named === id ? (
                    <title>{`${from.label} → ${to.label}: ${format.count(value)}`}</title>
                  ) : null}
                </path>
              );
            })}
          </g>
          {items.map((item, index) => {
            const place = places.nodes[index];
            if (place === undefined) return null;
            const first = item.layer === 0;
            const room = first ? sides.left : item.layer === lastLayer ? sides.right : middle;
            return (
              <FlowNodeMark
                key={item.id}
                place={{ ...place, width: NODE_WIDTH }}
                side={first ? 'left' : 'right'}
                count={format.count(item.value)}
                {...{ item, room, fontSize, picks }}
              />
            );
          })}
        </svg>
      </div>
    </ChartImage>
  );
}
