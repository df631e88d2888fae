import type { Bilingual, Language } from '../../../domain/language.ts';
import {
  COOPERATION_KINDS,
  COOPERATION_STATUSES,
  RESULTS_STAGES,
} from '../../../domain/records/enumerations.ts';
import { isKind, KINDS } from '../../../domain/records/kinds.ts';
import { THRESHOLD_IDS, THRESHOLDS } from '../../../domain/releases/thresholds.ts';
import { ROLES } from '../../../domain/roles.ts';
import type { AuditLine } from '../../api/audit.ts';
import { labelOfField } from '../import/field-label.ts';

/** What the fields of a line are called that are no columns of a file. */
const FIELDS: Readonly<Record<string, Bilingual>> = {
  role: { en: 'Role', zh: '角色' },
  school: { en: 'School', zh: '学校' },
  college: { en: 'College', zh: '学院' },
  name: { en: 'Name', zh: '姓名' },
  state: { en: 'State', zh: '状态' },
  expires_on: { en: 'Expires on', zh: '有效期至' },
  changed: { en: 'What', zh: '内容' },
  sessions: { en: 'Which', zh: '范围' },
  as_of: { en: 'Data up to', zh: '数据截至' },
  kind: { en: 'Kind', zh: '类型' },
  inserted: { en: 'New', zh: '新增' },
  updated: { en: 'Changed', zh: '更新' },
  unchanged: { en: 'Unchanged', zh: '无变化' },
  skipped: { en: 'Skipped', zh: '跳过' },
  alias: { en: 'Alias', zh: '别名' },
  of: { en: 'Of', zh: '对象' },
  company_name: { en: 'Company', zh: '公司' },
  currency: { en: 'Currency', zh: '币种' },
  logo: { en: 'Logo', zh: '徽标' },
  ...Object.fromEntries(THRESHOLD_IDS.map((id) => [`threshold_${id}`, THRESHOLDS[id].label])),
  revision: { en: 'Revision', zh: '版本' },
};

/** What coded values mean, by field. */
const CODES: Readonly<Record<string, Readonly<Record<string, Bilingual>>>> = {
  role: ROLES,
  state: {
    active: { en: 'active', zh: '正常' },
    shut_out: { en: 'shut out', zh: '已停用' },
  },
  changed: { password: { en: 'the password', zh: '密码' } },
  sessions: {
    one: { en: 'one of the own', zh: '本人的一个会话' },
    all_others: { en: 'all others of the own', zh: '本人的其他全部会话' },
  },
  of: { school: { en: 'schools', zh: '学校' }, major: { en: 'majors', zh: '专业' } },
  status: COOPERATION_STATUSES,
  results_stage: RESULTS_STAGES,
  shared: { true: { en: 'yes', zh: '是' }, false: { en: 'no', zh: '否' } },
};

const FILE_KINDS = { cooperation: 'cooperation', school: 'schools', major: 'majors' } as const;

function isOfFile(entity: string): entity is keyof typeof FILE_KINDS {
  return Object.hasOwn(FILE_KINDS, entity);
}

/** What a field of a line is called. */
export function auditField({ entity }: AuditLine, field: string, language: Language): string {
  const label = isOfFile(entity) ? labelOfField(FILE_KINDS[entity], field, language) : field;
  return label === field ? (FIELDS[field]?.[language] ?? field) : label;
}

/** What a value of a line says; nothing for none. */
export function auditValue(
  { entity }: AuditLine,
  field: string,
  value: unknown,
  language: Language,
): string {
  if (value === null || value === undefined) return '';
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  if (field === 'kind') {
    if (entity === 'import') return isKind(text) ? KINDS[text].label[language] : text;
    const kinds: Readonly<Record<string, Bilingual>> = COOPERATION_KINDS;
    return kinds[text]?.[language] ?? text;
  }
  return CODES[field]?.[text]?.[language] ?? text;
}
