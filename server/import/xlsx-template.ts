import writeExcelFile, { type CellObject, type SheetData } from 'write-excel-file/node';
import type { Language } from '../../domain/language.ts';
import { KINDS, type Kind } from '../../domain/records/kinds.ts';
import { templateExample, templateHeaders, templateHelp } from '../../domain/records/template.ts';

const NARROW = 14;
const WIDE = 60;

/** A cell of text: it is never run as a formula, and stays as it is, zeros in front included. */
function textCell(value: string, look: Partial<CellObject> = {}): CellObject {
  return { value, type: String, format: '@', ...look };
}

function sheetOf(rows: readonly (readonly string[])[]): SheetData {
  return rows.map((cells, row) =>
    cells.map((value) =>
      value === '' ? null : textCell(value, row === 0 ? { fontWeight: 'bold' } : { wrap: true }),
    ),
  );
}

/** Columns as wide as their texts, within reason. */
function widths(rows: readonly (readonly string[])[]): { width: number }[] {
  return (rows[0] ?? []).map((_, column) => {
    const longest = Math.max(...rows.map((cells) => cells[column]?.length ?? 0));
    return { width: Math.min(WIDE, Math.max(NARROW, longest + 2)) };
  });
}

/** An empty workbook of a kind: the headers and an example row, and a sheet that explains them in both languages. */
export function templateXlsx(kind: Kind, language: Language): Promise<Buffer> {
  const table = [templateHeaders(kind, language), templateExample(kind)];
  const help = templateHelp(kind);
  return writeExcelFile([
    {
      sheet: KINDS[kind].label[language],
      data: sheetOf(table),
      columns: widths(table),
      stickyRowsCount: 1,
    },
    { sheet: 'Help 说明', data: sheetOf(help), columns: widths(help), stickyRowsCount: 1 },
  ]).toBuffer();
}
