import type { ErrorCode } from '../errors.ts';
import type { Bilingual } from '../language.ts';

/** Why an import cannot do what was asked: what is in the way, and what to do. `{name}` is filled in. */
export const IMPORT_REFUSALS = {
  internal: {
    code: 'internal',
    message: {
      en: 'Something went wrong on our side; nothing was stored. Try again, or ask whoever runs the server.',
      zh: '服务器出错，未保存任何数据。请重试，或联系管理员。',
    },
  },
  unknown_import: {
    code: 'not_found',
    message: { en: 'There is no import {id}.', zh: '没有编号为 {id} 的导入。' },
  },
  owner_gone: {
    code: 'conflict',
    message: {
      en: 'The school that uploaded this file is no longer in the directory: cancel the import.',
      zh: '上传此文件的学校已不在目录中：请取消该导入。',
    },
  },
  undo_in_the_way: {
    code: 'conflict',
    message: {
      en: 'Import {id} cannot be undone: it is not committed, or the company has changed the same figures since. Upload a corrected file instead.',
      zh: '无法撤销导入 {id}：该导入未提交，或企业之后更改了相同的数据。请改为上传更正后的文件。',
    },
  },
  not_the_owner: {
    code: 'invalid_input',
    message: {
      en: 'A school uploaded this file, so "{name}" can only be a name of that school. Choose it, or leave its rows out.',
      zh: '该文件由学校上传，因此“{name}”只能是该校的名称。请选择该校，或忽略这些行。',
    },
  },
  unknown_kind: {
    code: 'invalid_input',
    message: {
      en: 'There is no kind of file "{kind}". Supported are {known}.',
      zh: '没有“{kind}”这种文件类型。支持：{known}。',
    },
  },
  too_large: {
    code: 'too_large',
    message: {
      en: 'The file is larger than {megabytes} MB: split it, or leave out columns that are not needed.',
      zh: '文件超过 {megabytes} MB：请拆分文件，或去掉不需要的列。',
    },
  },
  no_file: {
    code: 'invalid_input',
    message: {
      en: 'Send the file as multipart/form-data in the field "file".',
      zh: '请以 multipart/form-data 格式在字段“file”中发送文件。',
    },
  },
  broke_off: {
    code: 'invalid_input',
    message: {
      en: 'The upload broke off: send the file again.',
      zh: '上传中断：请重新发送文件。',
    },
  },
  wrong_status: {
    code: 'conflict',
    message: {
      en: 'Import {id} is {status}: {wish} is possible only while it is {statuses}.',
      zh: '导入 {id} 的状态为“{status}”：仅在“{statuses}”状态下可以{wish}。',
    },
  },
  over_before: {
    code: 'conflict',
    message: {
      en: 'Import {id} is {status} already: its work had ended before it could be stopped. What is committed can be undone.',
      zh: '导入 {id} 的状态已为“{status}”：在停止之前处理已经结束。已提交的导入可以撤销。',
    },
  },
  map_first: {
    code: 'conflict',
    message: { en: 'Map the columns first.', zh: '请先对应各列并检查文件。' },
  },
  nothing_to_undo: {
    code: 'conflict',
    message: {
      en: 'Import {id} is {status}: only a committed import can be undone.',
      zh: '导入 {id} 的状态为“{status}”：只能撤销已提交的导入。',
    },
  },
  used_later: {
    code: 'conflict',
    message: {
      en: 'Import {id} cannot be undone, because later imports changed or use the same records: {imports}. Undo those first.',
      zh: '无法撤销导入 {id}：后来的导入修改或使用了相同的记录：{imports}。请先撤销它们。',
    },
  },
  invalid_rows: {
    code: 'unusable',
    message: {
      en: '{invalid} of {rows} rows are invalid ({listed}). Correct them (errors.csv lists them), settle unknown names, or commit the {valid} valid rows with skipInvalid.',
      zh: '{rows} 行中有 {invalid} 行无效（{listed}）。请更正（errors.csv 列出了这些行）、处理未知名称，或以 skipInvalid 只提交 {valid} 个有效行。',
    },
  },
  /** An issue of the file that no skipping of rows gets around. */
  blocked: { code: 'unusable', message: { en: '{issue}', zh: '{issue}' } },
  given_up: {
    code: 'conflict',
    message: {
      en: 'The import was cancelled, and nothing of it was stored.',
      zh: '此次导入已取消，未保存任何数据。',
    },
  },
  check_stopped: {
    code: 'conflict',
    message: {
      en: 'The check was stopped. The mapping is kept: check the file again.',
      zh: '检查已停止。列的对应关系已保留：请重新检查文件。',
    },
  },
  commit_stopped: {
    code: 'conflict',
    message: {
      en: 'The commit was stopped and nothing of it was stored. The mapping is kept: it can be committed again.',
      zh: '提交已停止，未保存任何数据。列的对应关系已保留，可以再次提交。',
    },
  },
  check_shut_down: {
    code: 'conflict',
    message: {
      en: 'The server was stopped during the check. The mapping is kept: check the file again.',
      zh: '检查期间服务器停止。列的对应关系已保留：请重新检查文件。',
    },
  },
  commit_shut_down: {
    code: 'conflict',
    message: {
      en: 'The server was stopped during the commit, and nothing of it was stored. The mapping is kept: it can be committed again.',
      zh: '提交期间服务器停止，未保存任何数据。列的对应关系已保留，可以再次提交。',
    },
  },
  commit_cut_short: {
    code: 'conflict',
    message: {
      en: 'The server ended without warning during the commit, and nothing of it was stored. The mapping is kept: it can be committed again.',
      zh: '提交期间服务器意外终止，未保存任何数据。列的对应关系已保留，可以再次提交。',
    },
  },
  check_cut_short: {
    code: 'conflict',
    message: {
      en: 'The server ended without warning during the check. The mapping is kept: check the file again.',
      zh: '检查期间服务器意外终止。列的对应关系已保留：请重新检查文件。',
    },
  },
  no_errors_file: {
    code: 'conflict',
    message: {
      en: 'Import {id} is {status}: it has no list of errors.',
      zh: '导入 {id} 的状态为“{status}”：没有错误清单。',
    },
  },
  name_not_asked: {
    code: 'invalid_input',
    message: {
      en: 'The {directory} "{name}" is not among the unresolved names of this file.',
      zh: '“{name}”不在此文件待确认的{directory}名称中。',
    },
  },
  no_such_entry: {
    code: 'invalid_input',
    message: {
      en: 'There is no {directory} with the id {entry}, given for "{name}".',
      zh: '没有编号为 {entry} 的{directory}（为“{name}”指定）。',
    },
  },
} as const satisfies Record<string, { code: ErrorCode; message: Bilingual }>;
