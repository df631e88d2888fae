import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { choicesOf } from '../../../domain/records/choices.ts';
import { columnsOf, KIND_IDS } from '../../../domain/records/kinds.ts';
import { parseValue } from '../../../domain/records/parse-value.ts';
import { openWorkbench, type Workbench } from './workbench.ts';

let bench: Workbench;
beforeAll(async () => {
  bench = await openWorkbench();
});
afterAll(() => bench.close());

/** Headers of their own, so that one test's memory is not another's. */
function fileOf(mark: string, rows: readonly (readonly [degree: string, match: string])[]): string {
  const lines = rows.map(
    ([degree, match], index) => `${mark}${index},North,Law,${degree},2023,2023-07-01,${match}`,
  );
  return `candidate_id,school,major,degree,graduation_year,hired_on,major_match,${mark}\n${lines
    .map((line) => `${line},`)
    .join('\n')}\n`;
}

const storedOf = (mark: string) =>
  bench.rows(`SELECT degree, major_match, count(*) AS hires FROM hires
    WHERE candidate_id LIKE '${mark}%' GROUP BY 1, 2 ORDER BY 1, 2`);

describe('every value that can be chosen', () => {
  const kinds = new Set(KIND_IDS.flatMap((kind) => columnsOf(kind).map((column) => column.kind)));
  const chosen = [...kinds].flatMap((kind) =>
    Object.keys(choicesOf(kind) ?? {}).map((value): [typeof kind, string] => [kind, value]),
  );
  it.each(chosen)('of %s is read as it is chosen: %s', (kind, value) => {
    const parsed = parseValue(kind, value, { order: null, decimal: null, today: 20_000 });
    expect(parsed).not.toHaveProperty('error');
    expect(parsed).not.toHaveProperty('warning');
    if (kind !== 'yes_no') expect(parsed).toEqual({ value });
  });
});

describe('a value that its column cannot have', () => {
  it('is settled once for all its rows, as it is written or in another case', async () => {
    const rows = [
      ['Diplom', 'yes'],
      ['DIPLOM ', 'Ja?'],
      ['Vordiplom', 'yes'],
      ['bachelor', ''],
    ] as const;
    const { id, summary } = await bench.validate(fileOf('A', rows), { newNames: true });
    expect(summary).toMatchObject({ invalid: 1 });
    const settled = await bench.imports.setValues(id, {
      degree: { Diplom: 'master' },
      major_match: { 'Ja?': 'yes' },
    });
    expect(settled).toMatchObject({ invalid: 0, new: 4 });
    expect(settled.groups.filter(({ code }) => code === 'unknown_degree')).toMatchObject([
      { value: 'Vordiplom', count: 1 },
    ]);
    const { end } = await bench.imports.startCommit(id, false);
    await end;
    expect(storedOf('A')).toEqual([
      { degree: 'bachelor', major_match: null, hires: 1 },
      { degree: 'master', major_match: 1, hires: 2 },
      { degree: 'other', major_match: 1, hires: 1 },
    ]);
  });

  it('is remembered for the next file with the same headers, and can be taken back', async () => {
    const first = await bench.validate(fileOf('B', [['Laurea', 'yes']]), { newNames: true });
    await bench.imports.setValues(first.id, { degree: { Laurea: 'bachelor' } });
    const { end } = await bench.imports.startCommit(first.id, false);
    await end;
    const next = await bench.validate(
      fileOf('B', [
        ['bachelor', 'yes'],
        ['Laurea', 'yes'],
      ]),
    );
    expect(next.summary).toMatchObject({ unchanged: 1, new: 1, warnings: 0 });
    expect(bench.imports.get(next.id).mapping?.values).toEqual({ degree: { Laurea: 'bachelor' } });
    const back = await bench.imports.setValues(next.id, { degree: { laurea: null } });
    expect(back.issues).toMatchObject([{ code: 'unknown_degree', count: 1 }]);
    expect(bench.imports.get(next.id).mapping?.values).toEqual({});
  });

  it('counts with the degree it stands for where pay is compared', async () => {
    const line = (id: string, degree: string, pay: number) =>
      `${id},North,Law,${degree},2023,2023-07-01,${pay}`;
    const text = [
      'candidate_id,school,major,degree,graduation_year,hired_on,salary',
      ...Array.from({ length: 9 }, (_, i) => line(`P${i}`, 'Magister', 900_000)),
      ...Array.from({ length: 5 }, (_, i) => line(`Q${i}`, 'master', 100_000)),
    ].join('\n');
    const { id, summary } = await bench.validate(text, { newNames: true });
    expect(summary.issues.some(({ code }) => code === 'pay_outlier')).toBe(false);
    const settled = await bench.imports.setValues(id, { degree: { Magister: 'master' } });
    expect(settled.issues).toMatchObject([{ code: 'pay_outlier', count: 5 }]);
  });

  it('is refused where it cannot be meant', async () => {
    const { id } = await bench.validate(fileOf('C', [['Diplom', 'yes']]), { newNames: true });
    await expect(
      bench.imports.setValues(id, { degree: { Diplom: 'wizard' } }),
    ).rejects.toMatchObject({
      code: 'invalid_input',
      sentence: { en: expect.stringContaining('cannot be "wizard"') },
    });
    await expect(bench.imports.setValues(id, { department: { Sales: 'x' } })).rejects.toMatchObject(
      { code: 'invalid_input' },
    );
    await expect(bench.imports.setValues(id, { nothing: { a: 'b' } })).rejects.toMatchObject({
      code: 'invalid_input',
    });
    expect(bench.imports.get(id).status).toBe('validated');
  });
});

describe('how complete a column is', () => {
  it('counts cells that say something: no blanks, no words for nothing, none of ragged rows', async () => {
    const degrees = ['bachelor', '', '-', 'N/A', ' 无 ', 'master', '\u3000', 'NULL'];
    // So many that the ids are kept one by one, the rest as codes of the texts that occur.
    const rows = 70_000;
    const lines = Array.from({ length: rows }, (_, row) =>
      row % 1000 === 5 ? `D${row},North` : `D${row},North,Law,${degrees[row % 8]},2023,2023-07-01`,
    );
    const header = 'candidate_id,school,major,degree,graduation_year,hired_on';
    const { summary } = await bench.validate(`${header}\n${lines.join('\n')}\n`, {
      newNames: true,
      mapping: { constants: { company: 'Works' } },
    });
    const ragged = rows / 1000;
    // The ragged ones would have been masters.
    const said = { bachelor: rows / 8, master: rows / 8 - ragged };
    const filled = new Map(summary.completeness.map((one) => [one.field, one.filled]));
    expect(filled.get('degree')).toBe(said.bachelor + said.master);
    expect(filled.get('candidate_id')).toBe(rows - ragged);
    expect(filled.get('major')).toBe(rows - ragged);
    expect(filled.get('company')).toBe(rows - ragged);
  });
});
