import type { Bilingual } from './language.ts';

/** What the audit trail tells about, and what each is called. */
export const AUDIT_KINDS = {
  user: { en: 'User', zh: '用户' },
  invitation: { en: 'Invitation', zh: '邀请' },
  password_link: { en: 'Link for a new password', zh: '新密码链接' },
  session: { en: 'Sessions', zh: '登录会话' },
  token: { en: 'Token', zh: '令牌' },
  settings: { en: 'Settings', zh: '设置' },
  import: { en: 'Import', zh: '导入' },
  release: { en: 'Release', zh: '发布' },
  school: { en: 'School', zh: '学校' },
  major: { en: 'Major', zh: '专业' },
  merge: { en: 'Merge', zh: '合并' },
  cooperation: { en: 'Cooperation', zh: '校企合作' },
  proposal: { en: 'Proposed visit', zh: '来访提议' },
} as const satisfies Record<string, Bilingual>;

export type AuditKind = keyof typeof AUDIT_KINDS;

/** What can be done to something. */
export const AUDIT_ACTIONS = {
  add: { en: 'Added', zh: '新增' },
  change: { en: 'Changed', zh: '修改' },
  delete: { en: 'Deleted', zh: '删除' },
  restore: { en: 'Restored', zh: '恢复' },
  use: { en: 'Used', zh: '使用' },
  end: { en: 'Ended', zh: '结束' },
  commit: { en: 'Committed', zh: '提交' },
  undo: { en: 'Undone', zh: '撤销' },
  publish: { en: 'Published', zh: '发布' },
  withdraw: { en: 'Withdrawn', zh: '撤回' },
  confirm: { en: 'Confirmed', zh: '确认' },
  propose: { en: 'Proposed', zh: '提议' },
  accept: { en: 'Accepted', zh: '接受' },
  decline: { en: 'Declined', zh: '婉拒' },
} as const satisfies Record<string, Bilingual>;

export type AuditAction = keyof typeof AUDIT_ACTIONS;

export const AUDIT_KIND_IDS = Object.keys(AUDIT_KINDS) as AuditKind[];
export const AUDIT_ACTION_IDS = Object.keys(AUDIT_ACTIONS) as AuditAction[];
