import type { BarShapeProps } from 'recharts';

/**
 * A bar as a plain rectangle, in pixels. The library's own outlines it by a path, measures that and draws it again,
 * which takes most of a chart's time.
 */
export function BarShape(props: BarShapeProps) {
  const { x, y, width, height, radius, fill, fillOpacity, stroke, strokeWidth, className } = props;
  if (width === 0 || height === 0) return null;
  return (
    <rect
      x={Math.min(x, x + width)}
      y={Math.min(y, y + height)}
      width={Math.abs(width)}
      height={Math.abs(height)}
      rx={typeof radius === 'number' ? radius : 0}
      className={className}
      {...{ fill, fillOpacity, stroke, strokeWidth }}
    />
  );
}
