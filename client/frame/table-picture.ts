import { svgElement, svgText, type Measure, type PosterLook } from './poster.ts';

const SIZE = 13;
const ROW = 26;
const GAP = 28;
const MOST_ROWS = 60;

/** A table of texts as an SVG drawing, for panels that are no single chart. */
export function drawTable(
  header: readonly { readonly label: string; readonly numeric: boolean }[],
  rows: readonly (readonly string[])[],
  look: PosterLook,
  measure: Measure,
): SVGElement {
  const lines = [header.map(({ label }) => label), ...rows.slice(0, MOST_ROWS)];
  const widths = header.map((_, index) =>
    Math.max(...lines.map((line) => measure(line[index] ?? '', SIZE))),
  );
  const starts = widths.map((_, index) =>
    widths.slice(0, index).reduce((sum, width) => sum + width + GAP, 0),
  );
  const width = Math.ceil(widths.reduce((sum, one) => sum + one + GAP, -GAP));
  const height = lines.length * ROW;
  const drawing = svgElement('svg', { width, height });
  for (const [lineIndex, line] of lines.entries()) {
    const y = lineIndex * ROW + 17;
    for (const [index, cell] of line.entries()) {
      const numeric = header[index]?.numeric === true;
      const x = (starts[index] ?? 0) + (numeric ? (widths[index] ?? 0) : 0);
      const text = svgText(cell, x, y, SIZE, lineIndex === 0 ? look.dimmed : look.text);
      if (numeric) text.setAttribute('text-anchor', 'end');
      drawing.append(text);
    }
    const rule = { x: 0, y: (lineIndex + 1) * ROW - 1, width, height: 1 };
    drawing.append(svgElement('rect', { ...rule, fill: look.dimmed, opacity: 0.35 }));
  }
  return drawing;
}
