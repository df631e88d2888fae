import type { Role } from '../../domain/roles.ts';

/** Who may use a route: some roles, or everybody, signed in or not. */
export type Access = 'everybody' | readonly Role[];

const COMPANY: Access = ['admin', 'hr'];
const ADMIN: Access = ['admin'];
const SCHOOL: Access = ['dean'];
const ANYONE_IN: Access = ['admin', 'hr', 'dean'];

/**
 * Every route of the API and who may use it, by method and declared path. What is not listed is closed to all. A
 * dean's own routes answer about the own school only.
 */
export const ACCESS: Readonly<Record<string, Access>> = {
  'GET /healthz': 'everybody',
  'GET /api/openapi.json': 'everybody',
  'GET /api/docs': 'everybody',

  'GET /api/welcome': 'everybody',
  'POST /api/demo/sign-in': 'everybody',
  'POST /api/auth/sign-in/email': 'everybody',
  'POST /api/auth/sign-in/sso': 'everybody',
  'GET /api/auth/callback/sso': 'everybody',
  'POST /api/auth/sign-out': 'everybody',
  'POST /api/auth/change-password': ANYONE_IN,
  'GET /api/auth/list-sessions': ANYONE_IN,
  'POST /api/auth/revoke-session': ANYONE_IN,
  'POST /api/auth/revoke-other-sessions': ANYONE_IN,
  'GET /api/links/:secret': 'everybody',
  'POST /api/links/:secret': 'everybody',
  'GET /api/me': ANYONE_IN,

  'GET /api/users': ADMIN,
  'PATCH /api/users/:id': ADMIN,
  'POST /api/users/:id/password-link': ADMIN,
  'GET /api/invitations': ADMIN,
  'POST /api/invitations': ADMIN,
  'DELETE /api/invitations/:id': ADMIN,
  'GET /api/tokens': ADMIN,
  'POST /api/tokens': ADMIN,
  'DELETE /api/tokens/:id': ADMIN,

  'GET /api/audit': ADMIN,
  'GET /api/settings': ADMIN,
  'PATCH /api/settings': ADMIN,
  'PUT /api/settings/logo': ADMIN,
  'DELETE /api/settings/logo': ADMIN,
  'GET /api/company/logo': 'everybody',

  'GET /api/about': COMPANY,
  'GET /api/metrics': COMPANY,
  'GET /api/dimensions': COMPANY,
  'GET /api/query': COMPANY,
  'GET /api/retention': COMPANY,
  'GET /api/retention/test': COMPANY,
  'GET /api/comparison': COMPANY,
  'GET /api/flow': COMPANY,
  'GET /api/records': COMPANY,
  'GET /api/records.csv': COMPANY,
  'GET /api/records.xlsx': COMPANY,
  'GET /api/records/count': COMPANY,
  'GET /api/cohorts.csv': COMPANY,
  'GET /api/plans.csv': COMPANY,
  'GET /api/pipeline': COMPANY,
  'GET /api/season': COMPANY,
  'GET /api/season/actions': COMPANY,
  'GET /api/forecast': COMPANY,
  'GET /api/docking': COMPANY,
  'GET /api/effect': COMPANY,
  'GET /api/effect/cost': COMPANY,
  'GET /api/views': COMPANY,
  'POST /api/views': COMPANY,
  'PATCH /api/views/:id': COMPANY,
  'DELETE /api/views/:id': COMPANY,

  'GET /api/cooperation': ANYONE_IN,
  'GET /api/cooperation.csv': COMPANY,
  'GET /api/cooperation.ics': ANYONE_IN,
  'GET /api/cooperation/due': ANYONE_IN,
  'GET /api/cooperation/deleted': COMPANY,
  'GET /api/cooperation/:id': COMPANY,
  'POST /api/cooperation': COMPANY,
  'PATCH /api/cooperation/:id': COMPANY,
  'DELETE /api/cooperation/:id': COMPANY,
  'POST /api/cooperation/:id/restore': COMPANY,
  'POST /api/cooperation/:id/confirm': SCHOOL,
  'GET /api/calendar-feeds': ANYONE_IN,
  'POST /api/calendar-feeds': ANYONE_IN,
  'DELETE /api/calendar-feeds/:id': ANYONE_IN,
  'GET /api/proposals': ANYONE_IN,
  'POST /api/proposals': SCHOOL,
  'POST /api/proposals/:id/accept': COMPANY,
  'POST /api/proposals/:id/decline': COMPANY,
  'POST /api/proposals/:id/withdraw': SCHOOL,

  'GET /api/directory/:directory': COMPANY,
  'PATCH /api/directory/:directory/:id': COMPANY,
  'POST /api/directory/:directory/:id/aliases': COMPANY,
  'DELETE /api/directory/:directory/:id/aliases': COMPANY,
  'GET /api/directory/:directory/duplicates': COMPANY,
  'POST /api/directory/:directory/different': COMPANY,
  'POST /api/directory/:directory/merge': COMPANY,
  'GET /api/merges': COMPANY,
  'POST /api/merges/:id/undo': COMPANY,

  'GET /api/releases': COMPANY,
  'POST /api/releases': COMPANY,
  'GET /api/releases/:id': COMPANY,
  'DELETE /api/releases/:id': COMPANY,
  'GET /api/release': ANYONE_IN,
  'GET /api/release.csv': ANYONE_IN,
  'GET /api/release/report': ANYONE_IN,

  'GET /api/demand': ANYONE_IN,
  'GET /api/cohorts': ANYONE_IN,

  'POST /api/imports': ANYONE_IN,
  'GET /api/imports': ANYONE_IN,
  'GET /api/templates/:file': ANYONE_IN,
  'GET /api/imports/:id': ANYONE_IN,
  'DELETE /api/imports/:id': ANYONE_IN,
  'POST /api/imports/:id/stop': ANYONE_IN,
  'PUT /api/imports/:id/reading': ANYONE_IN,
  'PUT /api/imports/:id/mapping': ANYONE_IN,
  'PUT /api/imports/:id/names': COMPANY,
  'PUT /api/imports/:id/values': ANYONE_IN,
  'GET /api/imports/:id/errors.csv': ANYONE_IN,
  'POST /api/imports/:id/commit': ANYONE_IN,
  'GET /api/imports/:id/events': ANYONE_IN,
  'POST /api/imports/:id/undo': ANYONE_IN,
};

/** Who may use a route; null where nobody decided. HEAD is as GET. */
export function accessTo(method: string, path: string): Access | null {
  return ACCESS[`${method === 'HEAD' ? 'GET' : method} ${path}`] ?? null;
}
