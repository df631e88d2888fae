import { queryOptions } from '@tanstack/react-query';
import type { InferRequestType, InferResponseType } from 'hono/client';
import { client } from './client.ts';
import { readAnswer, readCreated } from './read-answer.ts';

const { proposals } = client.api;
const one = proposals[':id'];
const acceptPost = one.accept.$post;

/** A visit that a school proposes. */
export type VisitProposal = InferResponseType<typeof proposals.$get, 200>['rows'][number];

export type NewProposal = InferRequestType<typeof proposals.$post>['json'];

/** What the company sets differently from what was proposed. */
export type AcceptedVisit = InferRequestType<typeof acceptPost>['json'];

/** The visits that schools propose: to a dean those of the own school. */
export const proposalsOptions = queryOptions({
  queryKey: ['cooperation', 'proposals'],
  queryFn: () => readAnswer(proposals.$get()),
});

/** Proposes a visit for the own school. */
export function proposeVisit(json: NewProposal): Promise<VisitProposal> {
  return readCreated(proposals.$post({ json }));
}

const asRead = ({ id, revision }: VisitProposal) =>
  [{ param: { id: String(id) } }, { headers: { 'If-Match': String(revision) } }] as const;

/** Makes a proposal that nobody answered since it was read a visit of the ledger. */
export function acceptProposal(proposal: VisitProposal, json: AcceptedVisit) {
  const [path, ifStill] = asRead(proposal);
  return readAnswer(acceptPost({ ...path, json }, ifStill));
}

/** Declines a proposal that nobody answered since it was read. */
export function declineProposal(proposal: VisitProposal, reason: string) {
  const [path, ifStill] = asRead(proposal);
  return readAnswer(one.decline.$post({ ...path, json: { reason } }, ifStill));
}

/** Takes back an own proposal that nobody answered since it was read. */
export function withdrawProposal(proposal: VisitProposal) {
  return readAnswer(one.withdraw.$post(...asRead(proposal)));
}
