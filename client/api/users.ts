import { queryOptions } from '@tanstack/react-query';
import type { InferRequestType, InferResponseType } from 'hono/client';
import { client } from './client.ts';
import { readAnswer, readCreated } from './read-answer.ts';

export type User = InferResponseType<typeof client.api.users.$get, 200>[number];

const invitePost = client.api.invitations.$post;
const tokenPost = client.api.tokens.$post;
const userPatch = client.api.users[':id'].$patch;
export type NewInvitation = InferRequestType<typeof invitePost>['json'];
export type NewToken = InferRequestType<typeof tokenPost>['json'];
export type UserChange = InferRequestType<typeof userPatch>['json'];

/** Everybody with an account. */
export const usersOptions = queryOptions({
  queryKey: ['accounts', 'users'],
  queryFn: () => readAnswer(client.api.users.$get()),
});

/** Links made so far. */
export const invitationsOptions = queryOptions({
  queryKey: ['accounts', 'invitations'],
  queryFn: () => readAnswer(client.api.invitations.$get()),
});

/** Tokens of scripts. */
export const tokensOptions = queryOptions({
  queryKey: ['accounts', 'tokens'],
  queryFn: () => readAnswer(client.api.tokens.$get()),
});

/** Invites somebody; the answer's path is shown once. */
export function invite(json: NewInvitation) {
  return readCreated(invitePost({ json }));
}

/** A link by which somebody chooses a new password. */
export function newPasswordLink(id: string) {
  return readCreated(client.api.users[':id']['password-link'].$post({ param: { id } }));
}

/** Takes an invitation back. */
export function removeInvitation(id: number) {
  return readAnswer(client.api.invitations[':id'].$delete({ param: { id: String(id) } }));
}

/** Changes what somebody is, or shuts them out. */
export function changeUser(id: string, json: UserChange) {
  return readAnswer(userPatch({ param: { id }, json }));
}

/** Makes a token; the answer's secret is shown once. */
export function createToken(json: NewToken) {
  return readCreated(tokenPost({ json }));
}

/** Revokes a token. */
export function removeToken(id: number) {
  return readAnswer(client.api.tokens[':id'].$delete({ param: { id: String(id) } }));
}
