import { useElementSize } from '@mantine/hooks';
import { ResponsiveContainer, Sankey, type SankeyLinkProps, type SankeyNodeProps } from 'recharts';
import type { Picks } from '../frame/picks.ts';
import { useFormatter } from '../frame/use-formatter.ts';
import { ChartImage } from './chart-image.tsx';
import { chartFontSize } from './chart-text.ts';
import type { FlowItem } from './flow-item.ts';
import { FlowNodeMark } from './flow-node-mark.tsx';

export interface FlowBand {
  /** Positions in the list of items. */
  readonly source: number;
  readonly target: number;
  readonly value: number;
}

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
/** Shares of the width that the names of the first and the last layer stand in. */
const LEFT = 0.21;
const RIGHT = 0.17;

/** How many flow from layer to layer, as bands between the values of each. */
export function FlowChart({ label, items, bands, ...picks }: FlowChartProps) {
  const format = useFormatter();
  const { ref, width: chartWidth } = useElementSize();
  const fontSize = chartFontSize();
  const lastLayer = Math.max(...items.map(({ layer }) => layer));
  const perLayer = items.map(({ layer }) => items.filter((item) => item.layer === layer).length);
  const height = Math.max(280, Math.max(...perLayer) * ROW * fontSize);

  const sides = { left: chartWidth * LEFT, right: chartWidth * RIGHT };
  const middle = lastLayer === 0 ? 0 : (chartWidth - sides.left - sides.right) / lastLayer / 2;

  const node = ({ x, y, width, height: size, index }: SankeyNodeProps) => {
    const item = items[index];
    if (item === undefined) return null;
    const side = item.layer === 0 ? 'left' : 'right';
    const room = item.layer === 0 ? sides.left : item.layer === lastLayer ? sides.right : middle;
    const place = { x, y, width, height: size };
    const count = format.count(item.value);
    return <FlowNodeMark {...{ item, place, side, room, fontSize, count, picks }} />;
  };
  const link = (props: SankeyLinkProps) => {
    const { sourceX, sourceY, sourceControlX, targetX, targetY, targetControlX, linkWidth, index } =
      props;
    const band = bands[index];
    const source = band === undefined ? undefined : items[band.source];
    const target = band === undefined ? undefined : items[band.target];
    const path = `M${sourceX},${sourceY} C${sourceControlX},${sourceY} ${targetControlX},${targetY} ${targetX},${targetY}`;
    return (
      <path
        d={path}
        fill="none"
        stroke={source?.color ?? 'none'}
        strokeWidth={linkWidth}
        className="flow-band"
      >
        <title>{`${source?.label} → ${target?.label}: ${format.count(band?.value ?? 0)}`}</title>
      </path>
    );
  };

  return (
    <ChartImage label={label} ref={ref}>
      <ResponsiveContainer width="100%" height={height}>
        <Sankey
          data={{ nodes: items.map(({ label: name }) => ({ name })), links: [...bands] }}
          node={node}
          link={link}
          nodeWidth={NODE_WIDTH}
          nodePadding={NODE_GAP * fontSize}
          sort={false}
          accessibilityLayer={false}
          margin={{ ...sides, top: 8, bottom: 8 }}
        />
      </ResponsiveContainer>
    </ChartImage>
  );
}
