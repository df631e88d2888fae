import type { ErrorCode } from '../errors.ts';
import type { Bilingual } from '../language.ts';

/** What is wrong with what a person says about the columns of a file. `{name}` is filled in. */
export const MAPPING_REFUSALS = {
  no_such_column: {
    code: 'invalid_input',
    message: {
      en: 'The file has no column "{header}". Its columns: {headers}.',
      zh: '文件中没有“{header}”列。现有的列：{headers}。',
    },
  },
  field_twice: {
    code: 'invalid_input',
    message: {
      en: 'Both "{other}" and "{header}" are mapped to {field}: map one of them to null.',
      zh: '“{other}”与“{header}”都对应 {field}：请将其中之一改为不导入（null）。',
    },
  },
  no_such_field: {
    code: 'invalid_input',
    message: {
      en: 'There is no field "{field}" for {kind}. Fields: {fields}.',
      zh: '{kind} 没有字段“{field}”。字段：{fields}。',
    },
  },
  constant_of_column: {
    code: 'invalid_input',
    message: {
      en: 'The column "{header}" already gives {field}: map it to null, or leave the constant out.',
      zh: '“{header}”列已给出 {field}：请将该列改为不导入（null），或去掉此固定值。',
    },
  },
  empty_constant: {
    code: 'invalid_input',
    message: {
      en: 'The constant {field} is empty: give a value or leave it out.',
      zh: '固定值 {field} 为空：请填写或去掉。',
    },
  },
  constant_no_date: {
    code: 'invalid_input',
    message: {
      en: 'The constant {field} "{value}" is no date: write it as 2025-03-19.',
      zh: '固定值 {field}“{value}”不是日期：请写成 2025-03-19。',
    },
  },
  wrong_constant: {
    code: 'invalid_input',
    message: { en: 'The constant {field}: {issue}', zh: '固定值 {field}：{issue}' },
  },
  no_choices: {
    code: 'invalid_input',
    message: {
      en: 'The field "{field}" is none of a few values: nothing can be chosen for what it says.',
      zh: '字段“{field}”没有固定的取值，无法为其内容指定取值。',
    },
  },
  no_such_choice: {
    code: 'invalid_input',
    message: {
      en: 'The field "{field}" cannot be "{value}". It may be: {known}.',
      zh: '字段“{field}”不能取“{value}”。可取的值：{known}。',
    },
  },
  wrong_period: {
    code: 'invalid_input',
    message: {
      en: 'The constant salary_period "{value}" must be year or month.',
      zh: '固定值 salary_period“{value}”须为 year 或 month。',
    },
  },
  wrong_stage: {
    code: 'invalid_input',
    message: {
      en: 'The constant stage "{value}" must be one of {known}.',
      zh: '固定值 stage“{value}”须为以下之一：{known}。',
    },
  },
  as_of_no_date: {
    code: 'invalid_input',
    message: {
      en: 'asOf "{value}" is no date: write it as 2026-06-30.',
      zh: '截止日期 asOf“{value}”不是日期：请写成 2026-06-30。',
    },
  },
  as_of_future: {
    code: 'invalid_input',
    message: {
      en: 'asOf {value} lies in the future: give a day up to {today}.',
      zh: '截止日期 asOf {value} 晚于今天：请填写不晚于 {today} 的日期。',
    },
  },
} as const satisfies Record<string, { code: ErrorCode; message: Bilingual }>;
