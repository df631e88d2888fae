import type { Picks } from '../frame/picks.ts';
import { fitText, textWidth } from './chart-text.ts';
import type { FlowItem } from './flow-item.ts';
import { pickHandlers } from './mark-handlers.ts';

interface FlowNodeMarkProps {
  readonly item: FlowItem;
  readonly place: {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
  };
  /** Where its name stands. */
  readonly side: 'left' | 'right';
  /** How wide name and number may be, in pixels. */
  readonly room: number;
  readonly fontSize: number;
  readonly count: string;
  readonly picks: Picks;
}

const GAP = 8;

/** A value in the flow: its bar, its name as far as there is room, and its number. */
export function FlowNodeMark({
  item,
  place,
  side,
  room,
  fontSize,
  count,
  picks,
}: FlowNodeMarkProps) {
  const { x, y, width, height } = place;
  const nameRoom = room - 2 * GAP - textWidth(` ${count}`, fontSize);
  const left = side === 'left';
  return (
    <g
      className={item.pickable ? 'flow-node pickable' : 'flow-node'}
      {...pickHandlers(item, picks)}
    >
      <title>{`${item.label}: ${count}`}</title>
      <rect x={x} y={y} width={width} height={Math.max(height, 1)} fill={item.color} />
      <text
        x={left ? x - GAP : x + width + GAP}
        y={y + height / 2}
        textAnchor={left ? 'end' : 'start'}
        dominantBaseline="middle"
        fontSize={fontSize}
        fill="var(--mantine-color-text)"
        stroke="var(--panel-background)"
        strokeWidth={3}
        strokeLinejoin="round"
        paintOrder="stroke"
      >
        {fitText(item.label, nameRoom, fontSize)} <tspan fill="var(--chart-text)">{count}</tspan>
      </text>
    </g>
  );
}
