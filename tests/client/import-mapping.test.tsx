// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { HIRE_COLUMNS } from '../../domain/records/hires.ts';
import { mappingSchema, type Summary } from '../../domain/records/import-shapes.ts';
import { columnsOf, KIND_IDS } from '../../domain/records/kinds.ts';
import { fieldLabel, labelOfField, matchesField } from '../../client/panels/import/field-label.ts';
import {
  mappingRequest,
  mappingStateOf,
  missingRequired,
  needsStage,
  sameMapping,
  withColumn,
  withConstant,
} from '../../client/panels/import/mapping-state.ts';
import { questionsOf } from '../../client/panels/import/questions.ts';
import { emptySummary } from '../support/import-summary.ts';

const COLUMNS = [
  { header: '毕业院校', field: 'school', samples: ['甲大学'] },
  { header: '所学专业', field: 'major', samples: ['软件工程'] },
  { header: '入职日期', field: 'hired_on', samples: ['2025-07-01'] },
  { header: '离职日期', field: 'left_on', samples: [] },
  { header: '备注', field: null, samples: [] },
];

const suggested = mappingStateOf({ columns: COLUMNS, mapping: null });

const dateless = withColumn(withColumn(suggested, '入职日期', null), '离职日期', null);

function withIssues(...codes: Summary['issues'][number]['code'][]): Summary {
  return {
    ...emptySummary,
    issues: codes.map((code) => ({ code, count: 1, severity: 'error' })),
  };
}

describe('a mapping', () => {
  it('begins with the suggestion of every column', () => {
    expect(suggested.columns).toEqual({
      毕业院校: 'school',
      所学专业: 'major',
      入职日期: 'hired_on',
      离职日期: 'left_on',
      备注: null,
    });
  });

  it('keeps what was said before, also that a column is ignored', () => {
    const mapping = mappingSchema.parse({
      columns: { 入职日期: null, 备注: 'note_of_old_version' },
      constants: { degree: 'bachelor' },
      asOf: '2026-06-30',
    });
    const state = mappingStateOf({ columns: COLUMNS, mapping });
    expect(state.columns).toMatchObject({ 毕业院校: 'school', 入职日期: null });
    expect(state.constants).toEqual({ degree: 'bachelor' });
    expect(state.asOf).toBe('2026-06-30');
  });

  it('names the required fields that have neither a column nor a value', () => {
    const names = (state: typeof suggested) =>
      missingRequired('hires', state).map(({ field }) => field);
    expect(names(suggested)).toEqual(['graduation_year']);
    expect(names(withConstant(suggested, 'graduation_year', ' '))).toEqual(['graduation_year']);
    expect(names(withConstant(suggested, 'graduation_year', '2025'))).toEqual([]);
    expect(names(withColumn(suggested, '备注', 'graduation_year'))).toEqual([]);
  });

  it('sends no constant that is empty, of a mapped field, or not needed', () => {
    const state = {
      ...suggested,
      constants: {
        degree: '',
        school: '甲大学',
        stage: 'hired',
        salary_period: 'year',
        city: '苏州',
      },
    };
    const request = mappingRequest('hires', state);
    expect(request.constants).toEqual({ city: '苏州' });
    expect(request.asOf).toBeNull();
    expect(mappingSchema.parse(request)).toEqual(request);
  });

  it('sends the stage where no date shows it, and only for hires', () => {
    const interns = withConstant(dateless, 'stage', 'interned');
    expect(needsStage('hires', interns)).toBe(true);
    expect(needsStage('schools', interns)).toBe(false);
    expect(mappingRequest('hires', interns).constants).toEqual({ stage: 'interned' });
  });

  it('is the same whatever the order in which it was said', () => {
    const one = withConstant(withConstant(suggested, 'city', '苏州'), 'degree', 'bachelor');
    const other = withConstant(withConstant(suggested, 'degree', 'bachelor'), 'city', '苏州');
    expect(sameMapping('hires', one, other)).toBe(true);
    expect(sameMapping('hires', one, suggested)).toBe(false);
    expect(sameMapping('hires', suggested, withConstant(suggested, 'city', ''))).toBe(true);
    expect(sameMapping('hires', suggested, { ...suggested, asOf: '2026-06-30' })).toBe(false);
  });
});

describe('the questions about a file', () => {
  it('are none where the file says everything', () => {
    expect(questionsOf('hires', emptySummary, suggested)).toEqual([]);
  });

  it.each([
    ['no_leavers', 'leavers'],
    ['ambiguous_date', 'dateOrder'],
    ['ambiguous_number', 'decimal'],
  ] as const)('%s asks for %s', (code, question) => {
    expect(questionsOf('hires', withIssues(code), suggested)).toEqual([question]);
  });

  it('ask what the pay is for only where there is pay', () => {
    const paid = withColumn(suggested, '备注', 'salary');
    expect(questionsOf('hires', withIssues('pay_outlier'), suggested)).toEqual([]);
    expect(questionsOf('hires', withIssues('pay_outlier'), paid)).toEqual(['payPeriod']);
  });

  it('ask for the stage before any check', () => {
    expect(questionsOf('hires', null, dateless)).toEqual(['stage']);
  });

  it('ask for those who left before any check where no column could say it', () => {
    const unsaid = withColumn(suggested, '离职日期', null);
    expect(questionsOf('hires', null, unsaid)).toEqual(['leavers']);
    expect(questionsOf('hires', null, withConstant(dateless, 'stage', 'hired'))).toEqual([
      'stage',
      'leavers',
    ]);
  });

  it('stay where they were answered', () => {
    const answered = { ...suggested, includesLeavers: 'roster', dateOrder: 'dmy' } as const;
    expect(questionsOf('hires', emptySummary, answered)).toEqual(['leavers', 'dateOrder']);
  });
});

describe('the label of a field', () => {
  it('differs for every field of a kind, in both languages', () => {
    for (const kind of KIND_IDS) {
      for (const language of ['en', 'zh'] as const) {
        const labels = columnsOf(kind).map((column) => fieldLabel(column, language));
        expect(new Set(labels).size).toBe(labels.length);
      }
    }
  });

  it('is what people say', () => {
    expect(labelOfField('hires', 'employee_id', 'en')).toBe('Employee ID');
    expect(labelOfField('hires', 'hired_on', 'zh')).toBe('入职日期');
    expect(labelOfField('hires', 'not_a_field', 'zh')).toBe('not_a_field');
  });

  it.each(['alma', '毕业院校', 'SCHOOL', '院校'])('is found by %s', (search) => {
    const found = HIRE_COLUMNS.filter((column) => matchesField(column, search));
    expect(found.map(({ field }) => field)).toContain('school');
  });
});
