import type { ErrorCode } from '../errors.ts';
import type { Bilingual } from '../language.ts';

const SAVE_AS = {
  en: 'In the spreadsheet program choose “Save as” and the type “Excel workbook (.xlsx)” or “CSV UTF-8”, and upload that file.',
  zh: '请在电子表格软件中选择“另存为”，类型选“Excel 工作簿 (.xlsx)”或“CSV UTF-8”，再上传该文件。',
} as const satisfies Bilingual;

/** Why a file cannot be read: what it is, and what to do. `{name}` is filled in. */
export const FILE_REFUSALS = {
  empty: {
    code: 'not_a_table',
    message: {
      en: 'The file is empty: export it again and check that it has rows.',
      zh: '文件为空：请重新导出，并确认其中有数据行。',
    },
  },
  zip: {
    code: 'not_a_table',
    message: {
      en: 'This is a ZIP archive: unpack it and upload the CSV or XLSX file inside.',
      zh: '这是 ZIP 压缩包：请解压后上传其中的 CSV 或 XLSX 文件。',
    },
  },
  archive: {
    code: 'not_a_table',
    message: {
      en: 'This is an archive: unpack it and upload the CSV or XLSX file inside.',
      zh: '这是压缩包：请解压后上传其中的 CSV 或 XLSX 文件。',
    },
  },
  document: {
    code: 'not_a_table',
    message: {
      en: 'This is a text document or a presentation: copy its table into a spreadsheet, save that as XLSX and upload it.',
      zh: '这是文字文档或演示文稿：请将其中的表格复制到电子表格，另存为 XLSX 后上传。',
    },
  },
  json: {
    code: 'not_a_table',
    message: {
      en: 'This is JSON, not a table: export the records as CSV or XLSX.',
      zh: '这是 JSON，不是表格：请将记录导出为 CSV 或 XLSX。',
    },
  },
  damaged_workbook: {
    code: 'not_a_table',
    message: {
      en: `This Excel workbook (.xlsx) is damaged or did not arrive whole: open it in a spreadsheet program and save it again.`,
      zh: '此 Excel 工作簿 (.xlsx) 已损坏或不完整：请用电子表格软件打开并重新保存。',
    },
  },
  opendocument: {
    code: 'not_a_table',
    message: {
      en: `This is an OpenDocument spreadsheet (.ods). ${SAVE_AS.en}`,
      zh: `这是 OpenDocument 电子表格 (.ods)。${SAVE_AS.zh}`,
    },
  },
  binary_workbook: {
    code: 'not_a_table',
    message: {
      en: `This is a binary Excel workbook (.xlsb). ${SAVE_AS.en}`,
      zh: `这是二进制 Excel 工作簿 (.xlsb)。${SAVE_AS.zh}`,
    },
  },
  encrypted_workbook: {
    code: 'not_a_table',
    message: {
      en: 'This Excel workbook is protected by a password: open it, remove the password, save it and upload it again.',
      zh: '此 Excel 工作簿有密码保护：请打开文件，取消密码后保存，再重新上传。',
    },
  },
  old_workbook: {
    code: 'not_a_table',
    message: {
      en: `This is an old Excel workbook (.xls). ${SAVE_AS.en}`,
      zh: `这是旧版 Excel 工作簿 (.xls)。${SAVE_AS.zh}`,
    },
  },
  bomb: {
    code: 'unusable',
    message: {
      en: 'Unpacked, this workbook has more than {megabytes} MB: delete the sheets and columns that are not needed, or save the sheet as CSV and upload that.',
      zh: '此工作簿解压后超过 {megabytes} MB：请删除不需要的工作表和列，或将工作表另存为 CSV 后上传。',
    },
  },
  empty_workbook: {
    code: 'not_a_table',
    message: {
      en: 'No sheet of this workbook has anything in it: check that it is the right file.',
      zh: '此工作簿的所有工作表均为空：请确认文件是否正确。',
    },
  },
  wide_sheet: {
    code: 'unusable',
    message: {
      en: 'The sheet “{sheet}” has something to the right of its column {most}, or below the last row that Excel has: delete it, or save the table as CSV.',
      zh: '工作表“{sheet}”在第 {most} 列右侧或 Excel 最大行之下仍有内容：请删除，或将表格另存为 CSV。',
    },
  },
  no_such_sheet: {
    code: 'unusable',
    message: {
      en: 'The workbook has no sheet “{sheet}”. It has: {sheets}.',
      zh: '工作簿中没有工作表“{sheet}”。现有：{sheets}。',
    },
  },
  no_sheets: {
    code: 'unusable',
    message: {
      en: 'A CSV file has no sheets: leave "sheet" out.',
      zh: 'CSV 文件没有工作表：请不要指定“sheet”。',
    },
  },
  pdf: {
    code: 'not_a_table',
    message: {
      en: 'This is a PDF: ask for the table as a CSV or XLSX file.',
      zh: '这是 PDF 文件：请索取 CSV 或 XLSX 格式的表格。',
    },
  },
  gzip: {
    code: 'not_a_table',
    message: {
      en: 'This is a gzip archive: unpack it and upload the CSV or XLSX file inside.',
      zh: '这是 gzip 压缩包：请解压后上传其中的 CSV 或 XLSX 文件。',
    },
  },
  web_page: {
    code: 'not_a_table',
    message: {
      en: `This is a web page (HTML), maybe a log-in page or a table saved with the ending .xls. Open it in a spreadsheet program. ${SAVE_AS.en}`,
      zh: `这是网页 (HTML)，可能是登录页，或以 .xls 为后缀保存的网页表格。请用电子表格软件打开。${SAVE_AS.zh}`,
    },
  },
  binary: {
    code: 'not_a_table',
    message: {
      en: 'This is a binary file, not a table: upload a CSV or XLSX file.',
      zh: '这是二进制文件，不是表格：请上传 CSV 或 XLSX 文件。',
    },
  },
  unknown_encoding: {
    code: 'unusable',
    message: {
      en: 'There is no encoding “{encoding}” here. Known are {known}.',
      zh: '不支持编码“{encoding}”。支持的编码：{known}。',
    },
  },
  wrong_encoding: {
    code: 'unusable',
    message: {
      en: 'Line {line} of this file is not text in {encoding}: choose another encoding, or save the file as “CSV UTF-8” and upload it again.',
      zh: '文件第 {line} 行不是 {encoding} 编码的文本：请选择其他编码，或将文件另存为“CSV UTF-8”后重新上传。',
    },
  },
  no_header: {
    code: 'unusable',
    message: {
      en: 'There is no header on or after line {line}: choose another header row.',
      zh: '第 {line} 行及之后没有表头：请选择其他表头行。',
    },
  },
  open_quote: {
    code: 'unusable',
    message: {
      en: 'A quotation mark (") that opens on or after line {line} is never closed: close it, or write "" for a quotation mark within a cell.',
      zh: '第 {line} 行或之后的引号 (") 没有结束：请补上结束引号；单元格内的引号请写成 ""。',
    },
  },
  too_many_columns: {
    code: 'unusable',
    message: {
      en: 'The header has {columns} columns, more than {most}: is the delimiter right? Delete columns that are not needed, empty ones on the right too.',
      zh: '表头有 {columns} 列，超过 {most} 列：分隔符是否正确？请删除不需要的列，包括右侧的空列。',
    },
  },
  too_many_rows: {
    code: 'unusable',
    message: {
      en: 'The file has more than {most} rows: split it.',
      zh: '文件超过 {most} 行：请拆分。',
    },
  },
  line_too_long: {
    code: 'unusable',
    message: {
      en: 'A line that begins on or after line {line} has more than {megabytes} MB: is this a table?',
      zh: '第 {line} 行或之后的某一行超过 {megabytes} MB：这是表格吗？',
    },
  },
  cell_too_long: {
    code: 'unusable',
    message: {
      en: 'On line {line} a cell of the column “{column}” is longer than {kilobytes} KB: is a quotation mark missing before it?',
      zh: '第 {line} 行“{column}”列的单元格超过 {kilobytes} KB：此前是否缺少引号？',
    },
  },
} as const satisfies Record<string, { code: ErrorCode; message: Bilingual }>;

export type FileRefusal = keyof typeof FILE_REFUSALS;
