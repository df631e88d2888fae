import { createRoute, z } from '@hono/zod-openapi';
import { AUDIT_ACTION_IDS, AUDIT_KIND_IDS } from '../../domain/audit.ts';
import { isoFromDay } from '../../domain/dates.ts';
import { MINOR_UNITS } from '../../domain/money.ts';
import type { Services } from '../services.ts';
import type { AuditLine } from '../store/audit-ports.ts';
import { isoDay, queryParameters, singleText, wholeNumber } from './request-schemas.ts';
import { errors, json } from './response-schemas.ts';
import { router } from './router.ts';

const PAGE = 100;
const LONGEST_PAGE = 1000;

const shownLine = z.object({
  id: z.number(),
  at: z.string(),
  by: z.object({ email: z.string(), name: z.string() }).nullable(),
  action: z.enum(AUDIT_ACTION_IDS),
  entity: z.enum(AUDIT_KIND_IDS),
  record_id: z.number(),
  label: z.string(),
  changes: z.record(z.string(), z.object({ before: z.unknown(), after: z.unknown() })),
});

const auditRoute = createRoute({
  method: 'get',
  path: '/api/audit',
  summary: 'Who did what to what, latest first',
  description:
    'kind: what it was done to. by: the e-mail address of who did it. from and to: days. record: the number of a ' +
    'record; without a kind it is an entry of the ledger. cursor: the "next" of the page before.',
  request: {
    query: queryParameters({
      kind: z.enum(AUDIT_KIND_IDS, { error: `one of ${AUDIT_KIND_IDS.join(', ')}` }).optional(),
      record: wholeNumber(1, 999_999_999).optional(),
      action: z
        .enum(AUDIT_ACTION_IDS, { error: `one of ${AUDIT_ACTION_IDS.join(', ')}` })
        .optional(),
      by: singleText.max(320).optional(),
      from: isoDay.optional(),
      to: isoDay.optional(),
      limit: wholeNumber(1, LONGEST_PAGE).optional(),
      cursor: singleText.regex(/^\d{1,15}$/, 'use the "next" of the page before').optional(),
    }),
  },
  responses: {
    ...errors,
    200: json(
      z.object({ rows: z.array(shownLine), next: z.string().nullable() }),
      'Lines with the fields that differ, before and after',
    ),
  },
});

const DAYS: ReadonlySet<string> = new Set(['starts_on', 'ends_on', 'next_on']);
const HIDDEN: ReadonlySet<string> = new Set(['id', 'school_id', 'college_id', 'import_id']);

/** A value of the ledger as its pages show it; other values are kept as people read them. */
function shownValue(field: string, value: string | number | null | undefined) {
  if (typeof value !== 'number') return value ?? null;
  if (DAYS.has(field)) return isoFromDay(value);
  if (field === 'amount') return value / MINOR_UNITS;
  return field === 'shared' ? value === 1 : value;
}

function showLine(line: AuditLine): z.infer<typeof shownLine> {
  const { id, at, by, action, kind, recordId, label, before, after } = line;
  const fields = new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})]);
  const changes = [...fields].flatMap((field) => {
    const was = shownValue(field, before?.[field]);
    const is = shownValue(field, after?.[field]);
    return HIDDEN.has(field) || was === is ? [] : [[field, { before: was, after: is }] as const];
  });
  return {
    id,
    at,
    by,
    action,
    entity: kind,
    record_id: recordId,
    label,
    changes: Object.fromEntries(changes),
  };
}

/** The audit trail, for administrators. */
export function auditRoutes({ audit }: Pick<Services, 'audit'>) {
  return router().openapi(auditRoute, (context) => {
    const asked = context.req.valid('query');
    const { kind, record, action, by, from, to, limit = PAGE, cursor } = asked;
    const lines = audit.list({
      kind: kind ?? (record === undefined ? null : 'cooperation'),
      recordId: record ?? null,
      action: action ?? null,
      by: by ?? null,
      from: from ?? null,
      to: to ?? null,
      limit: limit + 1,
      before: cursor === undefined ? null : Number(cursor),
    });
    const rows = lines.slice(0, limit);
    const last = lines.length > limit ? rows.at(-1) : undefined;
    const next = last === undefined ? null : String(last.id);
    return context.json({ rows: rows.map(showLine), next }, 200);
  });
}
