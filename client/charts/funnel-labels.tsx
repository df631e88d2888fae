import { usePlotArea, useXAxisScale, useYAxisScale } from 'recharts';
import { fitText, textWidth } from './chart-text.ts';
import type { FunnelMark } from './funnel-mark.ts';
import { placeLabels } from './place-labels.ts';

interface FunnelLabelsProps {
  readonly marks: readonly FunnelMark[];
  readonly fontSize: number;
}

/** The widest label, as a part of the plot's width and in sizes of the text. */
const WIDEST_PART = 0.42;
const WIDEST = 24;
const LINE = 1.5;
const RADIUS = 6;

/** The names of the schools that are marked or pointed out, beside their points. */
export function FunnelLabels({ marks, fontSize }: FunnelLabelsProps) {
  const area = usePlotArea();
  const across = useXAxisScale();
  const up = useYAxisScale();
  if (area === undefined || across === undefined || up === undefined) return null;
  const points = marks.map((mark) => ({
    mark,
    x: across(mark.n) ?? 0,
    y: up(mark.rate) ?? 0,
    radius: RADIUS,
  }));
  const widest = Math.min(WIDEST * fontSize, WIDEST_PART * area.width);
  const labeled = points
    .filter(({ mark }) => mark.isLabeled)
    .toReversed()
    .map(({ mark, x, y }) => {
      const text = fitText(mark.label, widest, fontSize);
      return { id: mark.id, text, x, y, width: textWidth(text, fontSize) };
    });
  const places = placeLabels(labeled, points, area, LINE * fontSize);
  return (
    <g pointerEvents="none" className="funnel-labels">
      {labeled.map(({ id, text, x, y, width }, index) => {
        const place = places[index] ?? null;
        if (place === null) return null;
        const end = place.x > x ? place.x - 2 : place.x + width + 2;
        return (
          <g key={id}>
            {place.isApart ? (
              <line x1={x} y1={y} x2={end} y2={place.y} stroke="var(--chart-text)" />
            ) : null}
            <text
              x={place.x}
              y={place.y}
              dy="0.35em"
              fontSize={fontSize}
              fill="var(--mantine-color-text)"
              stroke="var(--panel-background)"
              strokeWidth={3}
              strokeLinejoin="round"
              paintOrder="stroke"
            >
              {text}
            </text>
          </g>
        );
      })}
    </g>
  );
}
