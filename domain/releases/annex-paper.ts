import type { Annex } from './annex.ts';
import { ANNEX_WORDS } from './annex-words.ts';

/** A text as a string of CSS: whatever could end it, or a style element, by its number. */
function cssString(text: string): string {
  const safe = text.replaceAll(
    /[^\p{L}\p{N} .,·:/–-]/gu,
    (sign) => `\\${sign.codePointAt(0)?.toString(16) ?? ''} `,
  );
  return `"${safe}"`;
}

/** The style rules that make pages of A4 with a running header and footer and the numbers of the pages. */
export function annexPaper({ language, owner, title, source }: Annex): string {
  const [before, between, after] = ANNEX_WORDS[language].page.map(cssString);
  const small = 'font-size: 7.5pt; color: #444;';
  return `@page {
  size: A4;
  margin: 20mm 16mm 18mm;
  @top-left { content: ${cssString(owner)}; ${small} width: 35%; text-align: left; }
  @top-right { content: ${cssString(title)}; ${small} width: 65%; text-align: right; }
  @bottom-left { content: ${cssString(source)}; ${small} width: 84%; text-align: left; }
  @bottom-right { content: ${before} counter(page) ${between} counter(pages) ${after}; ${small} width: 16%; text-align: right; }
}`;
}
