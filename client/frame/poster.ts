import type { LegendItem } from './legend.tsx';

/** Everything a picture of a panel says besides its chart. */
export interface PosterText {
  readonly title: string;
  readonly subtitle: string;
  readonly source: string;
  readonly legend: readonly Pick<LegendItem, 'label' | 'color'>[];
}

export interface PosterLook {
  readonly background: string;
  readonly text: string;
  readonly dimmed: string;
  readonly font: string;
}

/** The width of a text in pixels at a font size. */
export type Measure = (text: string, size: number) => number;

const SVG = 'http://www.w3.org/2000/svg';
const MARGIN = 24;
const LINE = 18;
const SWATCH = 12;

/** An SVG element with attributes. */
export function svgElement(
  name: string,
  attributes: Readonly<Record<string, string | number>>,
): SVGElement {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  return element;
}

/** An SVG text whose first line stands on `y`. */
export function svgText(
  text: string,
  x: number,
  y: number,
  size: number,
  fill: string,
): SVGElement {
  const element = svgElement('text', { x, y, 'font-size': size, fill });
  element.textContent = text;
  return element;
}

/** Breaks a text at spaces so that each line fits a width. */
function wrap(text: string, width: number, fits: (line: string) => number): string[] {
  return text.split(' ').reduce<string[]>((lines, word) => {
    const last = lines.at(-1);
    const joined = last === undefined ? word : `${last} ${word}`;
    if (last === undefined || fits(joined) > width) return [...lines, word];
    return [...lines.slice(0, -1), joined];
  }, []);
}

/** A picture of a panel: title, metric, chart, legend and, under it, what was selected and when. */
export function drawPoster(
  text: PosterText,
  chart: SVGElement,
  look: PosterLook,
  measure: Measure,
): SVGElement {
  const chartWidth = Number(chart.getAttribute('width'));
  const chartHeight = Number(chart.getAttribute('height'));
  const width = Math.max(chartWidth, 480) + 2 * MARGIN;
  const inner = width - 2 * MARGIN;
  const body: SVGElement[] = [];
  let y = MARGIN;
  const write = (line: string, size: number, fill: string) => {
    y += size + 6;
    body.push(svgText(line, MARGIN, y, size, fill));
  };

  for (const line of wrap(text.title, inner, (part) => measure(part, 18)))
    write(line, 18, look.text);
  for (const line of body) line.setAttribute('font-weight', '600');
  for (const line of wrap(text.subtitle, inner, (part) => measure(part, 13)))
    write(line, 13, look.dimmed);
  y += 14;
  chart.setAttribute('x', String(MARGIN));
  chart.setAttribute('y', String(y));
  body.push(chart);
  y += chartHeight + 8;

  let x = MARGIN;
  if (text.legend.length > 0) y += LINE;
  for (const { label, color } of text.legend) {
    const needed = SWATCH + 6 + measure(label, 12) + 18;
    if (x > MARGIN && x + needed > width - MARGIN) {
      x = MARGIN;
      y += LINE + 2;
    }
    body.push(
      svgElement('rect', {
        x,
        y: y - SWATCH + 2,
        width: SWATCH,
        height: SWATCH,
        fill: color,
        rx: 2,
      }),
    );
    body.push(svgText(label, x + SWATCH + 6, y, 12, look.text));
    x += needed;
  }
  y += 10;
  for (const line of wrap(text.source, inner, (part) => measure(part, 11)))
    write(line, 11, look.dimmed);

  const height = Math.ceil(y + MARGIN);
  const poster = svgElement('svg', {
    xmlns: SVG,
    width,
    height,
    viewBox: `0 0 ${width} ${height}`,
  });
  poster.setAttribute('font-family', look.font);
  poster.append(svgElement('rect', { width, height, fill: look.background }), ...body);
  return poster;
}
