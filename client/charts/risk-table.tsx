import { usePlotArea, useXAxisScale } from 'recharts';
import { useFormatter } from '../frame/use-formatter.ts';
import type { SurvivalSeries } from './survival-series.ts';

interface RiskTableProps {
  readonly heading: string;
  readonly axis: string;
  readonly series: readonly SurvivalSeries[];
  /** Months that the numbers stand under. */
  readonly months: readonly number[];
  readonly fontSize: number;
}

/** In sizes of the text: from the plot to the names of the months, to the heading, and from row to row. */
export const RISK_TABLE = { months: 1.5, heading: 3.2, row: 1.5 } as const;

const SWATCH = 10;

/** The height of the axis with the table under it. */
export function riskTableHeight(rows: number, fontSize: number): number {
  return (RISK_TABLE.heading + rows * RISK_TABLE.row + 0.6) * fontSize;
}

/** Under the time axis: how many of each group were still followed at each of its marks. */
export function RiskTable({ heading, axis, series, months, fontSize }: RiskTableProps) {
  const format = useFormatter();
  const plot = usePlotArea();
  const xScale = useXAxisScale();
  if (plot === undefined || xScale === undefined) return null;
  const top = plot.y + plot.height;
  const yOf = (row: number) => top + (RISK_TABLE.heading + (row + 1) * RISK_TABLE.row) * fontSize;
  return (
    <g className="risk-table" fontSize={fontSize} fill="var(--chart-text)">
      <text x={0} y={top + RISK_TABLE.heading * fontSize}>
        {heading}
      </text>
      <text x={plot.x + plot.width} y={top + RISK_TABLE.heading * fontSize} textAnchor="end">
        {axis}
      </text>
      {series.map(({ id, color, months: known }, row) => (
        <g key={id}>
          <rect
            x={0}
            y={yOf(row) - SWATCH + 1}
            width={SWATCH}
            height={SWATCH}
            rx={2}
            fill={color}
          />
          {months.map((month) => {
            const at = known.find((one) => one.month === month);
            const x = Number(xScale(at?.day));
            if (at === undefined || !Number.isFinite(x)) return null;
            return (
              <text key={month} x={x} y={yOf(row)} textAnchor="middle">
                {format.count(at.atRisk)}
              </text>
            );
          })}
        </g>
      ))}
    </g>
  );
}
