import { LOCALES } from '../../domain/locales.ts';
import type { Annex } from '../../domain/releases/annex.ts';
import type { AnnexCell } from '../../domain/releases/annex-cell.ts';
import { annexPaper } from '../../domain/releases/annex-paper.ts';
import type { AnnexHead, AnnexTable } from '../../domain/releases/annex-tables.ts';

const SIGNS: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

const escaped = (text: string): string => text.replaceAll(/[&<>"]/g, (sign) => SIGNS[sign] ?? '');

const STYLE = `:root { color-scheme: light; }
body { margin: 0 auto; padding: 1.5rem 1rem; max-width: 62rem; color: #1a1a1a; background: #fff;
  font: 16px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; }
h1 { font-size: 1.5em; line-height: 1.3; margin: .25em 0; }
h2 { font-size: 1.1em; margin: 1.5em 0 .4em; }
p { margin: .25em 0; }
.kind, .source { color: #555; }
.scroll { overflow-x: auto; }
table { width: 100%; border-collapse: collapse; font-variant-numeric: tabular-nums; }
th, td { padding: .3em .6em; border-bottom: 1px solid #ccc; text-align: start; vertical-align: top; }
th { font-weight: 600; }
tbody th { font-weight: 400; }
.figures :is(th, td):first-child { width: 46%; }
.places :is(th, td):first-child { width: 70%; }
.n, .untold { color: #555; white-space: nowrap; }
.figure { white-space: nowrap; }
.n { font-size: .85em; }
sup { line-height: 0; font-size: .7em; color: #333; }
.notes { padding-inline-start: 2em; }
.notes li { margin-block-end: .25em; }
@media print {
  body { padding: 0; max-width: none; font-size: 9.5pt; line-height: 1.4; }
  h1 { font-size: 16pt; }
  h2 { font-size: 11.5pt; margin-top: 14pt; break-after: avoid; }
  .scroll { overflow: visible; }
  thead { display: table-header-group; }
  th, td { padding-block: .22em; }
  tr, .notes li, .keep { break-inside: avoid; }
  .notes { font-size: 8.5pt; }
}`;

function marks(numbers: readonly number[]): string {
  return numbers.length === 0 ? '' : `<sup>[${numbers.join(', ')}]</sup>`;
}

function headHtml({ text, marks: numbers }: AnnexHead, scope: 'col' | 'row'): string {
  return `<th scope="${scope}">${escaped(text)}${marks(numbers)}</th>`;
}

function cellHtml({ text, n, told, marks: numbers }: AnnexCell): string {
  const people = n === null ? '' : ` <span class="n">${escaped(n)}</span>`;
  const kind = told ? 'figure' : 'untold';
  return `<td><span class="${kind}">${escaped(text)}</span>${marks(numbers)}${people}</td>`;
}

/** Tables of so many rows at most stay on one page. */
const KEPT_ROWS = 16;

function tableHtml({ id, title, columns, rows }: AnnexTable): string {
  const look = columns.length === 3 ? 'figures' : columns.length === 2 ? 'places' : 'groups';
  const body = rows
    .map(({ head, cells }) => `<tr>${headHtml(head, 'row')}${cells.map(cellHtml).join('')}</tr>`)
    .join('\n');
  return `<section${rows.length <= KEPT_ROWS ? ' class="keep"' : ''}>
<h2 id="${id}">${escaped(title)}</h2>
<div class="scroll" role="region" tabindex="0" aria-labelledby="${id}">
<table class="${look}" aria-labelledby="${id}">
<thead><tr>${columns.map((column) => headHtml(column, 'col')).join('')}</tr></thead>
<tbody>
${body}
</tbody>
</table>
</div>
</section>`;
}

const listHtml = (tag: 'ol' | 'ul', texts: readonly string[]): string =>
  `<${tag} class="notes">\n${texts.map((text) => `<li>${escaped(text)}</li>`).join('\n')}\n</${tag}>`;

/** An annex as a document of its own: no script, nothing to load, pages of A4 when it is printed. */
export function annexHtml(annex: Annex): string {
  const { language, kind, title, owner, employer, source, tables } = annex;
  const { notesTitle, notes, methodTitle, method, rules } = annex;
  return `<!doctype html>
<html lang="${LOCALES[language]}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(`${title} · ${owner}`)}</title>
<style>
${annexPaper(annex)}
${STYLE}
</style>
</head>
<body>
<main>
<p class="kind">${escaped(kind)}</p>
<h1>${escaped(title)}</h1>
<p>${escaped(owner)}</p>
${employer === null ? '' : `<p>${escaped(employer)}</p>\n`}<p class="source">${escaped(source)}</p>
${tables.map(tableHtml).join('\n')}
<section>
<h2>${escaped(notesTitle)}</h2>
${listHtml('ol', notes)}
</section>
<section>
<h2>${escaped(methodTitle)}</h2>
<p>${escaped(source)}</p>
${method.map((text) => `<p>${escaped(text)}</p>`).join('\n')}
${listHtml('ul', rules)}
</section>
</main>
</body>
</html>
`;
}
