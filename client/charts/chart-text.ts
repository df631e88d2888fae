const ROOT_PX = 16;
const SMALL_REM = 0.75;
const WIDE = /[\u2E80-\uFFEF]/;

let ruler: CanvasRenderingContext2D | null | undefined;

/** The pixel size of small text in a chart; it grows with the reader's text size. */
export function chartFontSize(): number {
  const root = Number.parseFloat(window.getComputedStyle(document.documentElement).fontSize);
  return (Number.isFinite(root) ? root : ROOT_PX) * SMALL_REM;
}

/** How wide a text is in the page's font; without a canvas, about: Chinese characters are as wide as high. */
export function textWidth(text: string, fontSize: number): number {
  ruler ??= document.createElement('canvas').getContext('2d');
  if (ruler !== null) {
    ruler.font = `${fontSize}px ${window.getComputedStyle(document.body).fontFamily}`;
    return ruler.measureText(text).width;
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
