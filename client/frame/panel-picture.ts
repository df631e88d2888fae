import { drawPoster, type Measure, type PosterLook, type PosterText } from './poster.ts';
import { rasterize } from './rasterize.ts';
import { svgSnapshot } from './svg-snapshot.ts';
import { drawTable } from './table-picture.ts';

/** A table's texts as they are shown on the page. */
export interface PictureTable {
  readonly header: readonly { readonly label: string; readonly numeric: boolean }[];
  readonly rows: readonly (readonly string[])[];
}

function resolved(panel: Element, color: string): string {
  const probe = document.createElement('span');
  probe.style.color = color;
  panel.append(probe);
  const { color: computed } = window.getComputedStyle(probe);
  probe.remove();
  return computed;
}

function lookOf(panel: Element): PosterLook {
  const { fontFamily } = window.getComputedStyle(panel);
  return {
    background: resolved(panel, 'var(--panel-background)'),
    text: resolved(panel, 'var(--mantine-color-text)'),
    dimmed: resolved(panel, 'var(--mantine-color-dimmed)'),
    font: fontFamily,
  };
}

function measureIn(font: string): Measure {
  const context = document.createElement('canvas').getContext('2d');
  return (text, size) => {
    if (context === null) return text.length * size;
    context.font = `${size}px ${font}`;
    return context.measureText(text).width;
  };
}

/**
 * A panel as a PNG file in the page's colors: its one chart, or its table where it is no single chart.
 * @throws Error where the browser cannot draw it.
 */
export async function panelPicture(
  panel: Element,
  text: PosterText,
  table: PictureTable,
): Promise<Blob> {
  const look = lookOf(panel);
  const measure = measureIn(look.font);
  const charts = panel.querySelectorAll<SVGSVGElement>(
    '.recharts-wrapper > svg, .drawn-chart > svg',
  );
  const chart = charts.length === 1 ? charts.item(0) : null;
  const drawing =
    chart === null ? drawTable(table.header, table.rows, look, measure) : svgSnapshot(chart);
  const legend = text.legend.map(({ label, color }) => ({ label, color: resolved(panel, color) }));
  const shown = { ...text, legend: chart === null ? [] : legend };
  return rasterize(drawPoster(shown, drawing, look, measure));
}
