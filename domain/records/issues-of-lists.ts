/** Issues of cells that hold a list: links, promises, use by year. */
export const LIST_ISSUES = {
  unreadable_link: {
    severity: 'error',
    message: {
      en: '“{value}” is no web address: write it with https:// or http:// in front.',
      zh: '“{value}”不是网址：请以 https:// 或 http:// 开头。',
    },
  },
  promise_without_words: {
    severity: 'error',
    message: {
      en: '“{value}” does not say what was promised: write it after the date and the office.',
      zh: '“{value}”没有写明承诺内容：请写在日期和部门之后。',
    },
  },
  unreadable_yearly: {
    severity: 'error',
    message: {
      en: '“{value}” is no number of people by year: write it as 2024: 42 | 2025: 51.',
      zh: '“{value}”不是按年份的人数：请写成 2024: 42 | 2025: 51。',
    },
  },
  year_twice: {
    severity: 'error',
    message: {
      en: '“{value}” gives the year {year} twice: keep the right number.',
      zh: '“{value}”中年份 {year} 出现两次：请保留正确的人数。',
    },
  },
  unknown_results_stage: {
    severity: 'warning',
    message: {
      en: '“{value}” is no stage of results that is known here: it is kept as “other”.',
      zh: '“{value}”不是已知的成果阶段：记为“其他”。',
    },
  },
} as const;
