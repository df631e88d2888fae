import { extname } from 'node:path';
import { AppError } from '../../domain/errors.ts';
import { LANGUAGES, type Language } from '../../domain/language.ts';
import { parseCommand } from './parse-command.ts';

export const USAGE = `Usage: npm run report -- --school <number or name> --out <annex.pdf> [options]
  --school <number or name>     whose annex: as the release names the school
  --college <number or name>    of one college of it
  --out <annex.pdf>             the file to write; annex.html needs no browser
  --year <2025>                 the graduating class; the latest that can be told of where left out
  --lang en|zh                  the language, en where left out
  --database <path.db>          another database than DATABASE or data/demo.db
Ends with 0 where the file is written, 1 where there is nothing to write, 2 for a wrong call, 3 without Chromium.`;

/** What the command line says. */
export interface ReportArguments {
  readonly school: string;
  readonly college: string | undefined;
  readonly year: number | undefined;
  readonly language: Language;
  readonly out: string;
  readonly format: 'pdf' | 'html';
  /** Undefined: the server's own. */
  readonly database: string | undefined;
}

const OPTIONS = {
  school: { type: 'string' },
  college: { type: 'string' },
  year: { type: 'string' },
  lang: { type: 'string' },
  out: { type: 'string' },
  database: { type: 'string' },
} as const;

const FORMATS = new Map([
  ['.pdf', 'pdf'],
  ['.html', 'html'],
] as const);

function wrong(message: string): AppError {
  return new AppError('invalid_input', message);
}

/** Reads the command line. Throws AppError `invalid_input` that says what is wrong with it. */
export function readReportArguments(args: readonly string[]): ReportArguments {
  const {
    school,
    college,
    year,
    lang = 'en',
    out,
    database,
  } = parseCommand({
    args: [...args],
    options: OPTIONS,
  }).values;
  if (school === undefined) throw wrong('Say of which school: --school.');
  if (out === undefined) throw wrong('Say which file to write: --out annex.pdf.');
  const ending = extname(out).toLowerCase();
  const format = [...FORMATS].find(([one]) => one === ending)?.[1];
  if (format === undefined) throw wrong(`--out ends with .pdf or .html, not "${out}".`);
  const language = LANGUAGES.find((one) => one === lang);
  if (language === undefined) throw wrong(`--lang is en or zh, not "${lang}".`);
  if (year !== undefined && !/^\d{4}$/.test(year))
    throw wrong(`--year is a graduation year such as 2025, not "${year}".`);
  return {
    school,
    college,
    year: year === undefined ? undefined : Number(year),
    language,
    out,
    format,
    database,
  };
}
