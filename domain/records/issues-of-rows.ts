/** Issues of one row as a whole, or of a row together with others. */
export const ROW_ISSUES = {
  ragged_row: {
    severity: 'error',
    message: {
      en: 'This line has {cells} cells where the header has {expected}: look for a missing or an unquoted delimiter.',
      zh: '此行有 {cells} 个单元格，而表头有 {expected} 个：请检查缺失或未加引号的分隔符。',
    },
  },
  unresolved_school: {
    severity: 'error',
    message: {
      en: 'The school “{value}” is not in the directory: say which school it is, or that it is new.',
      zh: '学校“{value}”不在目录中：请指定对应的学校或新建。',
    },
  },
  not_own_school: {
    severity: 'error',
    message: {
      en: '“{value}” is not known as a name of your school, and this file may speak of no other: leave the row out, or ask the company to take the name as one of yours.',
      zh: '“{value}”不是贵校已登记的名称，本文件只能包含贵校的数据：请删除该行，或请企业将此名称登记为贵校名称。',
    },
  },
  not_own_college: {
    severity: 'error',
    message: {
      en: '“{value}” is not your college, and this file may speak of no other: leave the row out, or write the college as the company has it.',
      zh: '“{value}”不是贵学院，本文件只能包含贵学院的数据：请删除该行，或按企业登记的名称填写学院。',
    },
  },
  unresolved_major: {
    severity: 'error',
    message: {
      en: 'The major “{value}” is not in the directory: say which major it is, or that it is new.',
      zh: '专业“{value}”不在目录中：请指定对应的专业或新建。',
    },
  },
  left_before_hired: {
    severity: 'error',
    message: {
      en: 'Left on {left}, before being hired on {hired}: correct one of the two dates.',
      zh: '离职日期 {left} 早于入职日期 {hired}：请更正其中之一。',
    },
  },
  promoted_before_hired: {
    severity: 'error',
    message: {
      en: 'Promoted on {promoted}, before being hired on {hired}: correct one of the two dates.',
      zh: '晋升日期 {promoted} 早于入职日期 {hired}：请更正其中之一。',
    },
  },
  identity_conflict: {
    severity: 'error',
    message: {
      en: '“{first}” and “{second}” belong to two different stored records: correct one of the two.',
      zh: '“{first}”与“{second}”属于两条不同的已有记录：请更正其中之一。',
    },
  },
  conflicting_rows: {
    severity: 'error',
    message: {
      en: 'Lines {lines} are about “{value}” and differ: keep the right one.',
      zh: '第 {lines} 行均为“{value}”但内容不同：请保留正确的一行。',
    },
  },
  ambiguous_name: {
    severity: 'error',
    message: {
      en: '“{value}” is a name of several entries of the directory: use a name that only one has.',
      zh: '“{value}”对应目录中的多个条目：请使用唯一的名称。',
    },
  },
  not_whole: {
    severity: 'error',
    message: {
      en: '“{value}” is not a whole number: people and places are counted one by one.',
      zh: '“{value}”不是整数：人数与名额须为整数。',
    },
  },
  not_clearable: {
    severity: 'error',
    message: {
      en: '“{value}” would empty {field}, which every record needs: give a value, or leave the cell empty.',
      zh: '“{value}”会清空必需的 {field}：请填写内容或留空。',
    },
  },
  unknown_cooperation_kind: {
    severity: 'warning',
    message: {
      en: '“{value}” is no kind of cooperation that is known here: it is kept as “other”.',
      zh: '“{value}”不是已知的合作类型：记为“其他”。',
    },
  },
  unknown_cooperation_status: {
    severity: 'warning',
    message: {
      en: '“{value}” is no state of a cooperation that is known here: it is kept as “other”.',
      zh: '“{value}”不是已知的合作状态：记为“其他”。',
    },
  },
  more_than_graduates: {
    severity: 'error',
    message: {
      en: 'The destinations come to {sum}, more than the {graduates} graduates: correct one of them.',
      zh: '各去向合计 {sum}，超过毕业生人数 {graduates}：请更正。',
    },
  },
  more_signed_than_graduates: {
    severity: 'error',
    message: {
      en: '{signed} signed with this company, more than the {graduates} graduates: correct one of them.',
      zh: '与本企业签约 {signed} 人，超过毕业生人数 {graduates}：请更正。',
    },
  },
  total_and_parts: {
    severity: 'error',
    message: {
      en: 'This row says no {fields}, while others of the same school, major, year and day do: a total and its parts would be counted twice. Leave out the total, or say the {fields}.',
      zh: '此行未填写 {fields}，而同一学校、专业、届别、统计日期的其他行已填写：合计与分项会重复计数。请删除合计行或补全 {fields}。',
    },
  },
  part_of_total: {
    severity: 'error',
    message: {
      en: 'An earlier import has one row for the whole of this school, major, year and day, of which this row is a part: both would be counted. Undo that import first.',
      zh: '较早的导入已有该学校、专业、届别、统计日期的总数，此行是其中一部分：两者会重复计数。请先撤销该导入。',
    },
  },
  ends_before_starts: {
    severity: 'error',
    message: {
      en: 'Ends on {ends}, before it starts on {starts}: correct one of the two dates.',
      zh: '结束日期 {ends} 早于开始日期 {starts}：请更正其中之一。',
    },
  },
  total_row: {
    severity: 'warning',
    message: {
      en: '“{value}” makes this a row of totals: its parts count, this row is skipped.',
      zh: '“{value}”表明此行是合计：以各分项为准，此行跳过。',
    },
  },
  early_hire: {
    severity: 'warning',
    message: {
      en: 'Hired on {hired}, more than a year before graduating in {year}: is the graduation year that of the highest degree at hire?',
      zh: '入职日期 {hired} 比毕业年份 {year} 早一年以上：毕业年份是否为入职时的最高学历？',
    },
  },
  declined_after_accepting: {
    severity: 'warning',
    message: {
      en: 'Accepted on {accepted} and declined on {declined}: counted as withdrawn after accepting.',
      zh: '{accepted} 接受后于 {declined} 拒绝：计为违约。',
    },
  },
  interned_after_hired: {
    severity: 'warning',
    message: {
      en: 'The internship began on {interned}, after being hired on {hired}: check the two dates.',
      zh: '实习开始日期 {interned} 晚于入职日期 {hired}：请核对。',
    },
  },
  internship_reversed: {
    severity: 'warning',
    message: {
      en: 'The internship ended on {to}, before it began on {from}: check the two dates.',
      zh: '实习结束日期 {to} 早于开始日期 {from}：请核对。',
    },
  },
  pay_outlier: {
    severity: 'warning',
    message: {
      en: '“{value}” comes to {pay} a year; the median of its degree in this file is {median}: is it pay by the month or by the year?',
      zh: '“{value}”折合年薪 {pay}，而该学历在此文件中的中位数为 {median}：是月薪还是年薪？',
    },
  },
  future_date: {
    severity: 'warning',
    message: {
      en: '“{value}” lies after {asOf}, the day the file is of: it counts as not happened yet.',
      zh: '“{value}”晚于文件的截止日期 {asOf}：视为尚未发生。',
    },
  },
  rehire: {
    severity: 'warning',
    message: {
      en: 'A second employment of “{value}”: the first one counts, this row is skipped.',
      zh: '“{value}”的再次入职：以首次入职为准，此行跳过。',
    },
  },
  duplicate_row: {
    severity: 'warning',
    message: {
      en: 'The same as line {line}: counted once, this row is skipped.',
      zh: '与第 {line} 行相同：只计一次，此行跳过。',
    },
  },
  blank_row: {
    severity: 'warning',
    message: {
      en: 'Every cell is empty: this row is skipped.',
      zh: '所有单元格均为空：此行跳过。',
    },
  },
  shared_alias: {
    severity: 'warning',
    message: {
      en: '“{value}” is already a name of “{other}”: as a name of both it finds neither.',
      zh: '“{value}”已是“{other}”的名称：两者共用后将无法识别。',
    },
  },
} as const;
