import { storedZip } from '../../../server/import/xlsx-zip.ts';

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';

export interface BookSheet {
  readonly name: string;
  /** What stands within `sheetData`. */
  readonly rows: string;
  readonly hidden?: boolean;
}

/** Styles of cells by number: 0 plain, 1 a date, 2 a date of one's own, 3 a date with time, 4 a time, 5 money. */
const STYLES = `${XML}<styleSheet xmlns="${MAIN}"><numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/><numFmt numFmtId="165" formatCode="#,##0.00"/></numFmts><cellXfs count="6"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="22"/><xf numFmtId="20"/><xf numFmtId="165"/></cellXfs></styleSheet>`;

/** The parts of a workbook, unpacked. */
export function bookParts(
  sheets: readonly BookSheet[],
  sharedStrings: readonly string[] = [],
): [string, Buffer][] {
  const list = sheets
    .map(
      ({ name, hidden }, index) =>
        `<sheet name="${name}" sheetId="${index + 1}"${hidden === true ? ' state="hidden"' : ''} r:id="rId${index + 1}"/>`,
    )
    .join('');
  const relation = (id: string, type: string, target: string): string =>
    `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`;
  const relations = sheets.map((_, index) =>
    relation(`rId${index + 1}`, 'worksheet', `worksheets/sheet${index + 1}.xml`),
  );
  const text = (name: string, content: string): [string, Buffer] => [name, Buffer.from(content)];
  return [
    text('[Content_Types].xml', `${XML}<Types/>`),
    text(
      'xl/workbook.xml',
      `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${list}</sheets></workbook>`,
    ),
    text(
      'xl/_rels/workbook.xml.rels',
      `${XML}<Relationships xmlns="${PACKAGE}">${relations.join('')}${relation('s', 'styles', 'styles.xml')}${relation('t', 'sharedStrings', '/xl/sharedStrings.xml')}</Relationships>`,
    ),
    text('xl/styles.xml', STYLES),
    text(
      'xl/sharedStrings.xml',
      `${XML}<sst xmlns="${MAIN}">${sharedStrings.map((string) => `<si><t xml:space="preserve">${string}</t></si>`).join('')}</sst>`,
    ),
    ...sheets.map(({ rows }, index) =>
      text(
        `xl/worksheets/sheet${index + 1}.xml`,
        `${XML}<worksheet xmlns="${MAIN}"><sheetData>${rows}</sheetData></worksheet>`,
      ),
    ),
  ];
}

/** A workbook with hand-made cells. */
export function book(sheets: readonly BookSheet[], sharedStrings: readonly string[] = []): Buffer {
  return storedZip(bookParts(sheets, sharedStrings));
}

/** A row of texts as it stands in a sheet. */
export function textRow(row: number, cells: readonly string[]): string {
  const inline = cells.map(
    (cell, index) =>
      `<c r="${String.fromCodePoint(65 + index)}${row}" t="inlineStr"><is><t xml:space="preserve">${cell}</t></is></c>`,
  );
  return `<row r="${row}">${inline.join('')}</row>`;
}
