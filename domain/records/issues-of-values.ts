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
  formula_error: {
    severity: 'error',
    message: {
      en: '“{value}” is what a spreadsheet shows where a formula failed: correct the formula, or clear the cell.',
      zh: '“{value}”是电子表格公式出错的结果：请更正公式或清空单元格。',
    },
  },
  hash_marks: {
    severity: 'error',
    message: {
      en: '“{value}” is what a spreadsheet shows where a column is too narrow: widen the column and export again.',
      zh: '“{value}”表示电子表格的列宽不足：请加宽该列后重新导出。',
    },
  },
  damaged_text: {
    severity: 'error',
    message: {
      en: 'In “{value}” letters were lost before the file came here: export it again as “CSV UTF-8”.',
      zh: '“{value}”中有字符在导出时已丢失：请重新导出为“CSV UTF-8”。',
    },
  },
  read_as_empty: {
    severity: 'warning',
    message: {
      en: '“{value}” is read as an empty cell.',
      zh: '“{value}”按空单元格处理。',
    },
  },
  hidden_characters: {
    severity: 'warning',
    message: {
      en: '“{value}” had characters that cannot be seen ({characters}): they are left out.',
      zh: '“{value}”中含有不可见字符（{characters}）：已去除。',
    },
  },
  hidden_in_id: {
    severity: 'error',
    message: {
      en: '“{value}” has characters that cannot be seen ({characters}), and would be another one without them: type it anew.',
      zh: '“{value}”中含有不可见字符（{characters}），去除后会成为另一个编号：请重新输入。',
    },
  },
  id_as_number: {
    severity: 'error',
    message: {
      en: '“{value}” was an id before a spreadsheet made it a number and dropped its last digits: format the column as text where it still is whole, and export again.',
      zh: '“{value}”原为编号，已被电子表格转为数字并丢失末尾数字：请在源表中将该列设为文本格式后重新导出。',
    },
  },
  id_rounded: {
    severity: 'warning',
    message: {
      en: '“{value}” ends in zeros after its fifteenth digit, as where a spreadsheet has rounded an id: compare it with the source.',
      zh: '“{value}”第 15 位之后全为零，可能被电子表格舍入：请与源数据核对。',
    },
  },
  id_with_fraction: {
    severity: 'warning',
    message: {
      en: '“{value}” looks like a whole number that a program has written with a fraction: it is kept as it is, and is another id than without.',
      zh: '“{value}”疑似整数编号被程序写成了小数：按原样保留，与不带小数的编号视为不同。',
    },
  },
  date_without_day: {
    severity: 'error',
    message: {
      en: '“{value}” has no day: write the whole date, as in 2025-03-19.',
      zh: '“{value}”缺少日：请填写完整日期，如 2025-03-19。',
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
  no_number: {
    severity: 'error',
    message: {
      en: '“{value}” is no number: give one, or leave the cell empty.',
      zh: '“{value}”不是数字：请填写数字或留空。',
    },
  },
  number_range: {
    severity: 'error',
    message: {
      en: '“{value}” is a range: give one number, or leave the cell empty.',
      zh: '“{value}”是区间：请填写一个数字或留空。',
    },
  },
  not_between: {
    severity: 'error',
    message: {
      en: '“{value}” is no number from {from} to {to}: give one, or leave the cell empty.',
      zh: '“{value}”不是 {from} 至 {to} 的数字：请更正或留空。',
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
