import { Paper, Text } from '@mantine/core';

interface ChartTooltipProps {
  readonly title: string;
  readonly lines: readonly {
    readonly label: string;
    readonly value: string;
    readonly color?: string | undefined;
  }[];
}

/** What a chart says about the mark under the pointer. */
export function ChartTooltip({ title, lines }: ChartTooltipProps) {
  return (
    <Paper withBorder shadow="md" p="xs" className="chart-tooltip">
      <Text size="sm" fw={600}>
        {title}
      </Text>
      {lines.map(({ label, value, color }) => (
        <div key={label} className="chart-tooltip-line">
          {color === undefined ? null : (
            <span className="legend-swatch" style={{ background: color }} />
          )}
          <span>{label}</span>
          <span className="chart-tooltip-value">{value}</span>
        </div>
      ))}
    </Paper>
  );
}
