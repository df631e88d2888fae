const ROOT_PX = 16;
const SMALL_REM = 0.75;
const WIDE = /[\u2E80-\uFFEF]/;

const MOST_KNOWN = 2000;

let ruler: CanvasRenderingContext2D | null | undefined;

/** Widths by font and text: charts write the same names and numbers again with every filter. */
const known = new Map<string, number>();

/** The pixel size of small text in a chart; it grows with the reader's text size. */
export function chartFontSize(): number {
  const root = Number.parseFloat(window.getComputedStyle(document.documentElement).fontSize);
  return (Number.isFinite(root) ? root : ROOT_PX) * SMALL_REM;
}

function measured(context: CanvasRenderingContext2D, text: string, fontSize: number): number {
  context.font = `${fontSize}px ${window.getComputedStyle(document.body).fontFamily}`;
  return context.measureText(text).width;
}

/** How wide a text is in the page's font; without a canvas, about: Chinese characters are as wide as high. */
export function textWidth(text: string, fontSize: number): number {
  ruler ??= document.createElement('canvas').getContext('2d');
  if (ruler !== null) {
    const id = `${fontSize} ${text}`;
    const width = known.get(id) ?? measured(ruler, text, fontSize);
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(id, width);
    return width;
  }
  return Array.from(text).reduce(
    (sum, character) => sum + (WIDE.test(character) ? 1 : 0.6) * fontSize,
    0,
  );
}

/** The text, or as much of it as fits a width with an ellipsis. */
export function fitText(text: string, width: number, fontSize: number): string {
  if (textWidth(text, fontSize) <= width) return text;
  const characters = Array.from(text);
  while (characters.length > 1 && textWidth(`${characters.join('')}…`, fontSize) > width)
    characters.pop();
  return `${characters.join('').trimEnd()}…`;
}
