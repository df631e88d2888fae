export interface SparkPoint {
  readonly name: string;
  /** Null where the figure is missing: the line has a gap there. */
  readonly value: number | null;
}

interface SparklineProps {
  readonly points: readonly SparkPoint[];
  /** Counts stand on zero as columns, everything else is a line. */
  readonly shape: 'columns' | 'line';
}

const HEIGHT = 44;
const MARGIN = 4;
const DOT = 2;
/** The part of its place that a column fills. */
const COLUMN = 0.8;

/** The least part of the largest value that the height stands for: small changes stay small to the eye. */
const LEAST_SPAN = 0.3;

/** The values at the bottom and at the top. */
function domainOf(values: readonly number[], shape: SparklineProps['shape']): [number, number] {
  const most = Math.max(...values);
  if (shape === 'columns') return [0, most];
  const least = Math.min(...values);
  const missing = Math.max(0, LEAST_SPAN * Math.abs(most) - (most - least)) / 2;
  return [least - missing, most + missing];
}

interface Place {
  readonly name: string;
  /** In percent of the width, at the middle of the year's place. */
  readonly x: number;
  readonly y: number;
}

function placesOf({ points, shape }: SparklineProps): (Place | null)[] {
  const values = points.flatMap(({ value }) => (value === null ? [] : [value]));
  const [bottom, top] = domainOf(values, shape);
  const span = top === bottom ? 1 : top - bottom;
  return points.map(({ name, value }, index) =>
    value === null
      ? null
      : {
          name,
          x: (100 * (index + 0.5)) / points.length,
          y: HEIGHT - MARGIN - ((value - bottom) / span) * (HEIGHT - 2 * MARGIN),
        },
  );
}

/** The line as a path, lifted where a figure is missing. */
function lineOf(places: readonly (Place | null)[]): string {
  return places
    .map((place, index) => {
      if (place === null) return '';
      const begins = (places[index - 1] ?? null) === null;
      return `${begins ? 'M' : 'L'}${place.x},${place.y}`;
    })
    .join('');
}

/**
 * How a figure went over the years, without axes: the figures beside it and in the table say the numbers. It is drawn
 * by hand because six of them stand on a page and are drawn anew with every filter.
 */
export function Sparkline(props: SparklineProps) {
  const { points, shape } = props;
  const places = placesOf(props);
  const shown = places.filter((place) => place !== null);
  const width = (100 * COLUMN) / points.length;
  return (
    <svg aria-hidden="true" className="sparkline" width="100%" height={HEIGHT}>
      {shape === 'columns' ? (
        shown.map(({ name, x, y }) => (
          <rect
            key={name}
            x={`${x - width / 2}%`}
            y={y}
            width={`${width}%`}
            height={HEIGHT - MARGIN - y}
            fill="var(--chart-accent)"
          />
        ))
      ) : (
        <>
          <svg
            width="100%"
            height={HEIGHT}
            viewBox={`0 0 100 ${HEIGHT}`}
            preserveAspectRatio="none"
          >
            <path
              d={lineOf(places)}
              fill="none"
              stroke="var(--chart-accent)"
              strokeWidth={2}
              vectorEffect="non-scaling-stroke"
            />
          </svg>
          {shown.map(({ name, x, y }) => (
            <circle key={name} cx={`${x}%`} cy={y} r={DOT} fill="var(--chart-accent)" />
          ))}
        </>
      )}
    </svg>
  );
}
