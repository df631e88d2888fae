/** Issues of a file as a whole. */
export const FILE_ISSUES = {
  required_unmapped: {
    severity: 'error',
    message: {
      en: 'No column gives {field}: map one to it, or give one value for all rows.',
      zh: '没有列对应 {field}：请指定列，或为所有行指定一个值。',
    },
  },
  no_rows: {
    severity: 'warning',
    message: {
      en: 'This file has a header and no rows: export it again and check that it has some.',
      zh: '此文件只有表头，没有数据行：请重新导出并确认。',
    },
  },
  stage_needed: {
    severity: 'error',
    message: {
      en: 'No column says how far these people came: map a date such as hired_on, or say it for all rows with the constant stage (hired, interned or candidate).',
      zh: '没有列说明这些人所处的阶段：请对应入职日期等列，或用常量 stage 指定（hired、interned 或 candidate）。',
    },
  },
  no_leavers: {
    severity: 'warning',
    message: {
      en: 'Nobody in this file has left: does it include the people who left? If it does, say so, and retention can be computed; if not, it counts hires only.',
      zh: '此文件中无人离职：是否包含已离职人员？若包含请注明，以便计算留存；否则仅计入职人数。',
    },
  },
  no_identity: {
    severity: 'warning',
    message: {
      en: 'No column gives candidate_id or employee_id. Does this file replace the earlier ones without ids (identity: replace), or are these other people (identity: add, as long as nothing is said)? Added, a changed row counts as another person.',
      zh: '没有应聘编号或员工编号。此文件是替换先前无编号的文件（identity: replace），还是另一批人（identity: add，默认）？新增时，改动过的行将视为另一个人。',
    },
  },
  hires_removed: {
    severity: 'warning',
    message: {
      en: 'This file replaces the earlier ones without ids: {count} people of theirs are not in it, and are removed. Undoing brings them back.',
      zh: '此文件替换先前无编号的文件：其中 {count} 人不在此文件中，将被移除，撤销即可恢复。',
    },
  },
  stage_ignored: {
    severity: 'warning',
    message: {
      en: 'The stage “{value}” is not used, because the file has dates that say how far people came.',
      zh: '文件含有阶段日期，因此未使用所选阶段“{value}”。',
    },
  },
} as const;
