const ROOT_PX = 16;
const SMALL_REM = 0.75;
const WIDE = /[\u2E80-\uFFEF]/;

/** The pixel size of small text in a chart; it grows with the reader's text size. */
export function chartFontSize(): number {
  const root = Number.parseFloat(window.getComputedStyle(document.documentElement).fontSize);
  return (Number.isFinite(root) ? root : ROOT_PX) * SMALL_REM;
}

/** About how wide a text is: Chinese characters are as wide as high, Latin ones a little over half. */
export function textWidth(text: string, fontSize: number): number {
  return [...text].reduce((sum, character) => sum + (WIDE.test(character) ? 1 : 0.56) * fontSize, 0);
}

/** The text, or as much of it as fits a width with an ellipsis. */
export function fitText(text: string, width: number, fontSize: number): string {
  if (textWidth(text, fontSize) <= width) return text;
  const characters = [...text];
  while (characters.length > 1 && textWidth(`${characters.join('')}…`, fontSize) > width) characters.pop();
  return `${characters.join('').trimEnd()}…`;
}
