import { createRoute, z } from '@hono/zod-openapi';
import { PROPOSAL_STATES, type VisitProposal } from '../../domain/cooperation/proposal.ts';
import { isoFromDay } from '../../domain/dates.ts';
import { AppError } from '../../domain/errors.ts';
import type { ProposalOutcome } from '../cooperation/proposals.ts';
import type { Services } from '../services.ts';
import type { Names } from '../store/ports.ts';
import { actorOf, readerOf } from './actor.ts';
import { expectedRevision } from './if-match.ts';
import { errorBody, errors, json } from './response-schemas.ts';
import { router } from './router.ts';

const named = z.object({ id: z.number(), name: z.string(), nameZh: z.string().nullable() });
const text = z.string().nullable();

const shownProposal = z
  .object({
    id: z.number(),
    revision: z.number(),
    school: named,
    college: named.nullable(),
    starts_on: z.string(),
    ends_on: text,
    topic: z.string(),
    note: text,
    state: z.enum(PROPOSAL_STATES),
    reason: text.openapi({ description: 'Why the company declined' }),
    proposed_at: z.string(),
    proposed_by: z.string(),
    answered_at: text,
    answered_by: text.openapi({ description: 'For the company only' }),
    entry_id: z.number().nullable().openapi({ description: 'The visit; for the company only' }),
  })
  .openapi('VisitProposal');

const one = {
  params: z.object({
    id: z
      .string()
      .regex(/^[1-9]\d{0,14}$/, 'must be the number of a proposal')
      .transform(Number),
  }),
};

function body<T extends z.ZodType>(schema: T) {
  return { content: { 'application/json': { schema } }, required: true } as const;
}

const answers = {
  ...errors,
  404: json(errorBody, 'There is no such proposal'),
  409: json(errorBody, 'It has been answered already, or the ledger has such a visit'),
  412: json(
    z.object({
      error: z.object({
        code: z.string(),
        message: z.string(),
        details: z.object({ current: shownProposal }),
      }),
    }),
    'Somebody answered it since that revision: the proposal as it is now',
  ),
  428: json(errorBody, 'The request does not say which revision it is meant for'),
  200: json(shownProposal, 'The proposal as it is now'),
} as const;

const given = z.string().nullable().optional();

const listRoute = createRoute({
  method: 'get',
  path: '/api/proposals',
  summary: 'The visits that schools propose: open ones first, then the latest first',
  description: 'A dean sees those of the own school, of a college those of the school and its own.',
  responses: { 200: json(z.object({ rows: z.array(shownProposal) }), 'The proposals') },
});

const proposeRoute = createRoute({
  method: 'post',
  path: '/api/proposals',
  summary: 'Propose a visit for the own school: on a day, or some day of a period',
  request: {
    body: body(
      z.strictObject({
        starts_on: z.string(),
        ends_on: given,
        topic: z.string(),
        note: given,
      }),
    ),
  },
  responses: {
    ...errors,
    409: json(errorBody, 'Too many proposals wait for an answer'),
    201: json(shownProposal, 'The proposal'),
  },
});

const acceptRoute = createRoute({
  method: 'post',
  path: '/api/proposals/{id}/accept',
  summary: 'Accept a visit, with If-Match: it becomes a planned entry that the school sees',
  description: 'What is left out stays as it was proposed; the title is the topic.',
  request: {
    ...one,
    body: body(z.strictObject({ title: given, starts_on: given, ends_on: given })),
  },
  responses: answers,
});

const declineRoute = createRoute({
  method: 'post',
  path: '/api/proposals/{id}/decline',
  summary: 'Decline a visit, with If-Match and a reason that the school reads',
  request: { ...one, body: body(z.strictObject({ reason: z.string() })) },
  responses: answers,
});

const withdrawRoute = createRoute({
  method: 'post',
  path: '/api/proposals/{id}/withdraw',
  summary: 'Take back an own proposal that waits for its answer, with If-Match',
  request: one,
  responses: answers,
});

/** A proposal as a person reads it. */
function showProposal(proposal: VisitProposal, names: Names): z.infer<typeof shownProposal> {
  const { school_id: schoolId, college_id: collegeId, ...rest } = proposal;
  return {
    ...rest,
    school: { id: schoolId, ...names.of('school', schoolId) },
    college: collegeId === null ? null : { id: collegeId, ...names.of('college', collegeId) },
    starts_on: isoFromDay(proposal.starts_on),
    ends_on: proposal.ends_on === null ? null : isoFromDay(proposal.ends_on),
  };
}

/** Answers a lost race with the proposal as it is now. */
function settled(outcome: ProposalOutcome, names: Names) {
  if (outcome.kind === 'done') return showProposal(outcome.proposal, names);
  const { current } = outcome;
  throw new AppError(
    'changed_meanwhile',
    {
      en: `“${current.topic}” was answered or withdrawn meanwhile: look at it as it is now.`,
      zh: `“${current.topic}”刚刚已被答复或撤回，请查看当前状态。`,
    },
    { current: showProposal(current, names) },
  );
}

/** The routes of visits that schools propose. */
export function proposalRoutes({ ledger, directory }: Pick<Services, 'ledger' | 'directory'>) {
  return router()
    .openapi(listRoute, async (context) => {
      const names = await directory.names();
      const rows = ledger.proposals(readerOf(context));
      return context.json({ rows: rows.map((proposal) => showProposal(proposal, names)) }, 200);
    })
    .openapi(proposeRoute, async (context) => {
      const input = context.req.valid('json');
      const proposal = await ledger.propose(readerOf(context), input, actorOf(context));
      return context.json(showProposal(proposal, await directory.names()), 201);
    })
    .openapi(acceptRoute, async (context) => {
      const outcome = await ledger.accept(readerOf(context), {
        id: context.req.valid('param').id,
        expected: expectedRevision(context),
        visit: context.req.valid('json'),
        by: actorOf(context),
      });
      return context.json(settled(outcome, await directory.names()), 200);
    })
    .openapi(declineRoute, async (context) => {
      const outcome = await ledger.decline(readerOf(context), {
        id: context.req.valid('param').id,
        expected: expectedRevision(context),
        reason: context.req.valid('json').reason,
        by: actorOf(context),
      });
      return context.json(settled(outcome, await directory.names()), 200);
    })
    .openapi(withdrawRoute, async (context) => {
      const outcome = await ledger.withdraw(readerOf(context), {
        id: context.req.valid('param').id,
        expected: expectedRevision(context),
        by: actorOf(context),
      });
      return context.json(settled(outcome, await directory.names()), 200);
    });
}
