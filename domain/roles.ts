import type { Bilingual } from './language.ts';

/** What somebody may be, and what it is called. A dean belongs to one school, or to one of its colleges. */
export const ROLES = {
  admin: { en: 'Administrator', zh: '管理员' },
  hr: { en: 'HR manager', zh: '人力资源经理' },
  dean: { en: 'Dean', zh: '院长' },
} as const satisfies Record<string, Bilingual>;

export type Role = keyof typeof ROLES;

/** The ids of all roles. */
export const ROLE_IDS = Object.keys(ROLES) as Role[];

/** Whether a text names a role. */
export function isRole(text: string): text is Role {
  return Object.hasOwn(ROLES, text);
}

/** Roles of the company itself, which see every school. */
export const COMPANY_ROLES = ['admin', 'hr'] as const satisfies Role[];
