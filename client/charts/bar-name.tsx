interface BarNameProps {
  readonly names: readonly string[];
  readonly fontSize: number;
  /** These three come from the axis. */
  readonly x?: number;
  readonly y?: number;
  readonly index?: number;
}

/** The name beside a bar, on one line. */
export function BarName({ names, fontSize, x = 0, y = 0, index = 0 }: BarNameProps) {
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
