/**
 * The height of a chart that is drawn for a width, both in pixels, and what it shrinks by where it has less room, as on
 * paper. Before its width is known it has none to shrink by.
 */
export function drawnSize(width: number, height: number) {
  return { height, ...(width > 0 ? { viewBox: `0 0 ${width} ${height}` } : {}) };
}
