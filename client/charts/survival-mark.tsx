import { useXAxisScale, useYAxisScale } from 'recharts';
import { stepBand, stepLine, stepsBetween, type SurvivalSeries } from './survival-series.ts';

interface SurvivalMarkProps {
  readonly series: SurvivalSeries;
  /** Where the axis ends. */
  readonly end: number;
  readonly onPick: (id: string) => void;
}

/** One curve with its interval band; dashed and lighter from where fewer than ten people are followed. */
export function SurvivalMark({ series, end, onPick }: SurvivalMarkProps) {
  const xScale = useXAxisScale();
  const yScale = useYAxisScale();
  if (xScale === undefined || yScale === undefined) return null;
  const scales = {
    x: (day: number) => Math.round(Number(xScale(day)) * 10) / 10,
    y: (proportion: number) => Math.round(Number(yScale(proportion)) * 10) / 10,
  };
  const { id, color, steps, pickable } = series;
  const last = Math.min(series.lastDay, end);
  const turn = Math.min(series.smallFrom ?? last, last);
  const sure = turn > 0 ? stepsBetween(steps, 0, turn) : [];
  const unsure = turn < last ? stepsBetween(steps, turn, last) : [];
  const line = { fill: 'none', stroke: color, strokeLinejoin: 'round' as const };
  return (
    <g className="survival-curve">
      <path d={stepBand(sure, turn, scales)} fill={color} fillOpacity={0.14} />
      <path d={stepBand(unsure, last, scales)} fill={color} fillOpacity={0.06} />
      <path d={stepLine(sure, turn, scales)} {...line} strokeWidth={2} />
      <path
        d={stepLine(unsure, last, scales)}
        {...line}
        strokeWidth={1.5}
        strokeOpacity={0.75}
        strokeDasharray="4 3"
      />
      {pickable ? (
        <path
          className="pickable"
          d={stepLine([...sure, ...unsure], last, scales)}
          {...line}
          strokeOpacity={0}
          strokeWidth={12}
          pointerEvents="stroke"
          onClick={() => onPick(id)}
        />
      ) : null}
    </g>
  );
}
