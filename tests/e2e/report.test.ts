import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readReportArguments } from '../../server/cli/report-arguments.ts';
import { PROJECT_ROOT } from '../../server/config.ts';
import { readApp, AS_OF, type ReadApp } from '../api/read-app.ts';
import { describeInBrowser } from '../support/browser.ts';
import { storeHires } from '../support/store-hires.ts';
import { hardPeople, HARD_SCHOOLS } from '../unit/releases/hard-data.ts';

// npm run report: the annex as a file, by the command line, is what the server answers.

describeInBrowser('the annual annex from the command line', () => {
  let read: ReadApp;
  const file = (name: string) => join(read.database.folder, name);

  function report(args: readonly string[], variables: NodeJS.ProcessEnv = {}) {
    const all = [
      '--import',
      'tsx',
      'server/cli/report.ts',
      ...args,
      '--database',
      read.database.path,
    ];
    const options = { cwd: PROJECT_ROOT, env: { ...process.env, ...variables } };
    return new Promise<{ code: number; out: string; error: string }>((resolve) => {
      const command = execFile(process.execPath, all, options, (_, out, error) =>
        resolve({ code: command.exitCode ?? -1, out, error }),
      );
    });
  }

  const publish = () =>
    read.ask('/api/releases', {
      method: 'POST',
      body: '{}',
      headers: { 'content-type': 'application/json' },
    });

  beforeAll(async () => {
    read = await readApp([]);
    storeHires(read.database, hardPeople(6), AS_OF, { schools: HARD_SCHOOLS });
  });
  afterAll(() => read.remove());

  it('says that nothing has been published yet', async () => {
    const { code, error } = await report(['--school', '1', '--out', file('none.pdf')]);
    expect([code, error]).toEqual([1, 'Nothing has been published yet.\n']);
    expect(existsSync(file('none.pdf'))).toBe(false);
    expect((await publish()).status).toBe(201);
  });

  it.each(['en', 'zh'])('prints pages of A4 of what the server answers, in %s', async (lang) => {
    const out = file(`annex-${lang}.pdf`);
    const { code, error } = await report(['--school', '2', '--lang', lang, '--out', out]);
    expect([code, error]).toEqual([0, '']);
    const pdf = readFileSync(out, 'latin1');
    expect(pdf.slice(0, 5)).toBe('%PDF-');
    const sizes = [...pdf.matchAll(/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)];
    expect(sizes.length).toBeGreaterThan(1);
    for (const [, width, height] of sizes)
      expect([Math.round(Number(width)), Math.round(Number(height))]).toEqual([595, 842]);

    const page = file(`annex-${lang}.html`);
    const written = await report([
      '--school',
      'School 2',
      '--year',
      '2018',
      '--lang',
      lang,
      '--out',
      page,
    ]);
    expect(written).toMatchObject({ code: 0, error: '' });
    const answer = await read.ask(`/api/release/report?school=2&year=2018&lang=${lang}`);
    expect(readFileSync(page, 'utf8')).toBe(answer.text);
  });

  it('is of a college by its name', async () => {
    const { text } = await read.ask('/api/release/report?school=1&college=1');
    const name = /<p>[^<]* · ([^<]+)<\/p>/.exec(text)?.[1] ?? '';
    const out = file('college.html');
    const { code } = await report(['--school', '1', '--college', name, '--out', out]);
    expect(code).toBe(0);
    expect(readFileSync(out, 'utf8')).toBe(text);
  });

  it('understands its arguments, and says which it does not', () => {
    const right = ['--school', '1', '--out', 'A.PDF', '--year', '2018'];
    expect(readReportArguments(right)).toMatchObject({ format: 'pdf', year: 2018, language: 'en' });
    for (const [args, word] of [
      [['--out', 'x.pdf'], '--school'],
      [['--school', '1'], '--out'],
      [['--school', '1', '--out', 'x.doc'], '.pdf'],
      [['--school', '1', '--out', 'x.pdf', '--lang', 'fr'], '"fr"'],
      [['--school', '1', '--out', 'x.pdf', '--year', 'last'], '"last"'],
      [['--school', '1', '--out', 'x.pdf', '--format', 'a4'], '--format'],
      [['1', '--school', '1', '--out', 'x.pdf'], "'1'"],
    ] as const)
      expect(() => readReportArguments(args)).toThrow(word);
  });

  it('says what there is where a school, class or file is not', async () => {
    const school = await report(['--school', '999', '--out', file('x.html')]);
    expect(school).toMatchObject({ code: 1 });
    expect(school.error).toContain('1 School 1, 2 School 2');
    const year = await report(['--school', '1', '--year', '1999', '--out', file('x.html')]);
    expect([year.code, year.error]).toEqual([1, expect.stringContaining('2017')]);
    const folder = await report(['--school', '1', '--out', file('nowhere/x.pdf')]);
    expect([folder.code, folder.error]).toEqual([2, expect.stringContaining('Usage:')]);
    expect(existsSync(file('x.pdf')) || existsSync(file('x.html'))).toBe(false);
  });

  it('says what to do where there is no browser, and needs none for a document', async () => {
    const none = { CHROMIUM_PATH: file('no-browser') };
    const printed = await report(['--school', '1', '--out', file('y.pdf')], none);
    expect([printed.code, printed.error]).toEqual([3, expect.stringContaining('CHROMIUM_PATH')]);
    const broken = { CHROMIUM_PATH: read.database.path };
    expect((await report(['--school', '1', '--out', file('y.pdf')], broken)).code).toBe(1);
    expect(existsSync(file('y.pdf'))).toBe(false);
    expect((await report(['--school', '1', '--out', file('y.html')], none)).code).toBe(0);
  });
});
