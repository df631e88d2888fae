/** Issues of one cell. */
export const VALUE_ISSUES = {
  missing_required: {
    severity: 'error',
    message: {
      en: '{field} is empty: fill it in, or give one value for all rows.',
      zh: '{field} 为空：请填写，或为所有行指定一个值。',
    },
  },
  too_long: {
    severity: 'error',
    message: {
      en: '“{value}…” has {length} characters, more than {limit}: shorten it, or map the right column.',
      zh: '“{value}…”有 {length} 个字符，超过 {limit}：请缩短，或检查列的对应关系。',
    },
  },
  unreadable_date: {
    severity: 'error',
    message: {
      en: '“{value}” is not a date that can be read: write it as 2025-03-19.',
      zh: '“{value}”无法识别为日期：请写成 2025-03-19。',
    },
  },
  no_such_date: {
    severity: 'error',
    message: {
      en: '“{value}” is no day of the calendar: correct the day or the month.',
      zh: '“{value}”不是有效的日期：请更正日或月。',
    },
  },
  two_digit_year: {
    severity: 'error',
    message: {
      en: '“{value}” has a year of two digits: write all four, as in 2025-03-19.',
      zh: '“{value}”的年份只有两位：请写四位年份，如 2025-03-19。',
    },
  },
  impossible_year: {
    severity: 'error',
    message: {
      en: '“{value}” gives the year {year}, outside {from} to {to}: correct it.',
      zh: '“{value}”的年份 {year} 超出 {from} 至 {to}：请更正。',
    },
  },
  ambiguous_date: {
    severity: 'error',
    message: {
      en: '“{value}” can be read day first or month first, and nothing in its column decides: choose the date order (dmy or mdy).',
      zh: '“{value}”可理解为日在前或月在前，该列无法判断：请选择日期顺序（dmy 或 mdy）。',
    },
  },
  unreadable_year: {
    severity: 'error',
    message: {
      en: '“{value}” is not a graduation year: write it as 2024, or give the date of graduation.',
      zh: '“{value}”不是毕业年份：请写成 2024 或填写毕业日期。',
    },
  },
  unreadable_number: {
    severity: 'error',
    message: {
      en: '“{value}” is not a number that can be read: write it as 85000, or choose the decimal sign of the file.',
      zh: '“{value}”无法识别为数字：请写成 85000，或选择文件的小数点符号。',
    },
  },
  ambiguous_number: {
    severity: 'error',
    message: {
      en: '“{value}” may mean thousands or a fraction: choose the decimal sign of the file (. or ,).',
      zh: '“{value}”可能是千位分隔或小数：请选择文件的小数点符号（. 或 ,）。',
    },
  },
  pay_not_positive: {
    severity: 'error',
    message: {
      en: '“{value}” is no pay: it must be above zero; leave it empty where it is not known.',
      zh: '“{value}”不是有效薪酬：应大于零，未知请留空。',
    },
  },
  number_out_of_range: {
    severity: 'error',
    message: {
      en: '“{value}” is outside {from} to {to}: correct it, or leave it empty.',
      zh: '“{value}”超出 {from} 至 {to}：请更正或留空。',
    },
  },
  unreadable_yes_no: {
    severity: 'error',
    message: {
      en: '“{value}” is neither yes nor no: write yes or no, or leave it empty.',
      zh: '“{value}”既非是也非否：请填写是或否，或留空。',
    },
  },
  unknown_degree: {
    severity: 'warning',
    message: {
      en: '“{value}” is no degree that is known here: it is kept as “other”.',
      zh: '“{value}”不是已知学历：记为“其他”。',
    },
  },
  degree_graduate: {
    severity: 'warning',
    message: {
      en: '“{value}” does not say whether master or doctor: it is read as master.',
      zh: '“{value}”未说明硕士或博士：按硕士处理。',
    },
  },
  unknown_channel: {
    severity: 'warning',
    message: {
      en: '“{value}” is no channel that is known here: it is kept as “other”.',
      zh: '“{value}”不是已知渠道：记为“其他”。',
    },
  },
  unknown_leave_type: {
    severity: 'warning',
    message: {
      en: '“{value}” is no type of leaving that is known here: it is kept as “unknown”.',
      zh: '“{value}”不是已知离职类型：记为“不详”。',
    },
  },
} as const;
