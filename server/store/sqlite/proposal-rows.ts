import { z } from 'zod';
import { PROPOSAL_STATES, type VisitProposal } from '../../../domain/cooperation/proposal.ts';
import type { ProposalTable } from '../ledger-ports.ts';
import type { Connection } from './open.ts';

const COLUMNS = [
  'school_id',
  'college_id',
  'starts_on',
  'ends_on',
  'topic',
  'note',
  'state',
  'reason',
  'proposed_at',
  'proposed_by',
  'answered_at',
  'answered_by',
  'entry_id',
  'revision',
] as const satisfies readonly (keyof VisitProposal)[];

const number = z.number().nullable();
const text = z.string().nullable();

const stored: z.ZodType<VisitProposal> = z.object({
  id: z.number(),
  school_id: z.number(),
  college_id: number,
  starts_on: z.number(),
  ends_on: number,
  topic: z.string(),
  note: text,
  state: z.enum(PROPOSAL_STATES),
  reason: text,
  proposed_at: z.string(),
  proposed_by: z.string(),
  answered_at: text,
  answered_by: text,
  entry_id: number,
  revision: z.number(),
});

/** The visits that schools propose, on a handle. */
export function proposalTable(connection: Connection): ProposalTable {
  const all = connection.prepare<[]>('SELECT * FROM visit_proposals ORDER BY id DESC');
  const one = connection.prepare<[number]>('SELECT * FROM visit_proposals WHERE id = ?');
  const add = connection.prepare(
    `INSERT INTO visit_proposals (${COLUMNS.join(', ')})
     VALUES (${COLUMNS.map((column) => `@${column}`).join(', ')})`,
  );
  const change = connection.prepare(
    `UPDATE visit_proposals SET ${COLUMNS.map((column) => `${column} = @${column}`).join(', ')}
     WHERE id = @id`,
  );
  return {
    all: () => all.all().map((row) => stored.parse(row)),
    get: (id) => {
      const row = one.get(id);
      return row === undefined ? null : stored.parse(row);
    },
    add: (proposal) => Number(add.run(proposal).lastInsertRowid),
    change: (proposal) => {
      change.run(proposal);
    },
  };
}
