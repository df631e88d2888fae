import { createContext, use } from 'react';

/** The names of a chart's bars as they fit. The axis holds the same element whatever they are: given another it is set up anew. */
export const BarNamesContext = createContext<{
  readonly names: readonly string[];
  readonly fontSize: number;
}>({ names: [], fontSize: 0 });

/** What the axis hands on. */
interface BarNameProps {
  readonly x?: number;
  readonly y?: number;
  readonly index?: number;
}

/** The name beside a bar, on one line. */
export function BarName({ x = 0, y = 0, index = 0 }: BarNameProps) {
  const { names, fontSize } = use(BarNamesContext);
  return (
    <text
      x={x}
      y={y}
      dy="0.35em"
      textAnchor="end"
      fontSize={fontSize}
      fill="var(--mantine-color-text)"
    >
      {names[index]}
    </text>
  );
}
