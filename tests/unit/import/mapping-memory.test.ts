import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ImportRecord } from '../../../server/store/import-ports.ts';
import { openWorkbench, type Workbench } from './workbench.ts';

let bench: Workbench;
beforeEach(async () => {
  bench = await openWorkbench();
});
afterEach(() => bench.close());

const HEADER = 'No.,Alma Mater,Fach,graduation_year,Extra';
const ROW = '1,North,Law,2023,x';
const MAPPING = {
  columns: { 'No.': 'candidate_id', Fach: 'major', Extra: 'department' },
  constants: { stage: 'hired', degree: 'bachelor' },
  dateOrder: 'mdy',
  decimal: ',',
  asOf: '2024-01-01',
} as const;

function fields({ columns }: ImportRecord): (string | null)[] {
  return columns.map(({ field }) => field);
}

describe('a mapping that was committed', () => {
  it('is suggested for the next file with the same headers, but not its day', async () => {
    await bench.run(`${HEADER}\n${ROW}\n`, { newNames: true, mapping: MAPPING });
    const next = await bench.upload(`${HEADER}\n2,North,Law,2024,y\n`);
    expect(fields(next)).toEqual([
      'candidate_id',
      'school',
      'major',
      'graduation_year',
      'department',
    ]);
    expect(next).toMatchObject({ status: 'draft', summary: null });
    expect(next.mapping).toEqual({
      columns: {
        'No.': 'candidate_id',
        'Alma Mater': 'school',
        Fach: 'major',
        graduation_year: 'graduation_year',
        Extra: 'department',
      },
      constants: { stage: 'hired', degree: 'bachelor' },
      dateOrder: 'mdy',
      decimal: ',',
      values: {},
    });
  });

  it('is known by its headers in any order, case and width', async () => {
    await bench.run(`${HEADER}\n${ROW}\n`, { newNames: true, mapping: MAPPING });
    const next = await bench.upload(
      'FACH,alma_mater,extra,ＮＯ,Graduation Year\nLaw,North,x,2,2024\n',
    );
    expect(fields(next)).toEqual([
      'major',
      'school',
      'department',
      'candidate_id',
      'graduation_year',
    ]);
  });

  it('holds for headers that nobody says anything else about', async () => {
    await bench.run(`${HEADER}\n${ROW}\n`, { newNames: true, mapping: MAPPING });
    const constants = { stage: 'hired' };
    const { id, summary } = await bench.validate(`${HEADER}\n2,North,Law,2024,y\n`, {
      mapping: { constants },
    });
    expect(summary).toMatchObject({ new: 1, invalid: 0 });
    await bench.imports.setMapping(id, { columns: { Extra: 'position' }, constants });
    expect(fields(bench.imports.get(id)).at(-1)).toBe('position');
    await bench.imports.setMapping(id, {
      columns: { 'Alma Mater': 'department', Extra: 'school' },
      constants,
    });
    expect(fields(bench.imports.get(id))).toEqual([
      'candidate_id',
      'department',
      'major',
      'graduation_year',
      'school',
    ]);
    await bench.imports.setMapping(id, {
      columns: {},
      constants: { ...constants, department: 'Sales' },
    });
    expect(fields(bench.imports.get(id)).at(-1)).toBeNull();
  });

  it.each([
    ['another set of headers', `${HEADER},more`, 'hires'],
    ['fewer headers', 'No.,Alma Mater,Fach,graduation_year', 'hires'],
    ['another kind', HEADER, 'cohorts'],
  ])('is not suggested for %s', async (_, header, kind) => {
    await bench.run(`${HEADER}\n${ROW}\n`, { newNames: true, mapping: MAPPING });
    const next = await bench.upload(`${header}\n${header}\n`, kind);
    expect(next.mapping).toBeNull();
    expect(fields(next)).not.toContain('department');
  });

  it('counts only as long as it is committed, and the last one counts', async () => {
    const { id } = await bench.validate(`${HEADER}\n${ROW}\n`, {
      newNames: true,
      mapping: MAPPING,
    });
    expect((await bench.upload(`${HEADER}\n${ROW}\n`)).mapping).toBeNull();
    await (
      await bench.imports.startCommit(id, false)
    ).end;
    const second = await bench.run(`${HEADER}\n2,North,Law,2024,y\n`, {
      mapping: { ...MAPPING, columns: { ...MAPPING.columns, Extra: null } },
    });
    expect(fields(await bench.upload(`${HEADER}\n${ROW}\n`)).at(-1)).toBeNull();
    await bench.imports.undo(second.id);
    expect(fields(await bench.upload(`${HEADER}\n${ROW}\n`)).at(-1)).toBe('department');
    await bench.imports.undo(id);
    expect((await bench.upload(`${HEADER}\n${ROW}\n`)).mapping).toBeNull();
  });
});
