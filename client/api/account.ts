import { queryOptions } from '@tanstack/react-query';
import type { InferRequestType, InferResponseType } from 'hono/client';
import type { Role } from '../../domain/roles.ts';
import { client } from './client.ts';
import { readAnswer } from './read-answer.ts';
import { RequestError } from './request-error.ts';

/** A session that ended meanwhile is asked about anew. */
const WELCOME_FRESH_MS = 1000;

export type Me = InferResponseType<typeof client.api.me.$get, 200>;

/** What the sign-in page needs to know. */
export const welcomeOptions = queryOptions({
  queryKey: ['welcome'],
  queryFn: () => readAnswer(client.api.welcome.$get()),
  staleTime: Infinity,
});

/** Who is signed in; refused with 401 where nobody is, without a request that browsers would log as failed. */
export const meOptions = queryOptions({
  queryKey: ['me'],
  queryFn: async ({ client: cache }) => {
    // Asked once with what the page's frame shows; whoever signs in or out loads the page anew.
    const { signedIn } = await cache.fetchQuery({ ...welcomeOptions, staleTime: WELCOME_FRESH_MS });
    if (!signedIn) throw new RequestError('not_signed_in', 'Sign in first.', 401);
    return readAnswer(client.api.me.$get());
  },
  staleTime: Infinity,
});

/** What a link of an invitation or for a new password is for. */
export function linkOptions(secret: string) {
  return queryOptions({
    queryKey: ['link', secret],
    queryFn: () => readAnswer(client.api.links[':secret'].$get({ param: { secret } })),
    staleTime: Infinity,
    retry: false,
  });
}

const postToLink = client.api.links[':secret'].$post;
export type Acceptance = InferRequestType<typeof postToLink>['json'];

/** Accepts an invitation, or sets a new password. */
export function acceptLink(secret: string, acceptance: Acceptance) {
  return readAnswer(postToLink({ param: { secret }, json: acceptance }));
}

/** Begins a session. */
export function signIn(email: string, password: string) {
  return readAnswer(client.api.auth['sign-in'].email.$post({ json: { email, password } }));
}

/** Begins to sign in by the company's provider; answers the address where it asks who somebody is. */
export function beginSingleSignOn(returnTo: string) {
  return readAnswer(client.api.auth['sign-in'].sso.$post({ json: { returnTo } }));
}

/** Begins a session of one of the demonstration's people. */
export function signInToDemo(role: Role) {
  return readAnswer(client.api.demo['sign-in'].$post({ json: { role } }));
}

/** Ends this session. */
export function signOut() {
  return readAnswer(client.api.auth['sign-out'].$post());
}

/** Sets a new password of one's own; all other sessions end. */
export function changePassword(currentPassword: string, newPassword: string) {
  const json = { currentPassword, newPassword };
  return readAnswer(client.api.auth['change-password'].$post({ json }));
}

/** Where one is signed in. */
export const sessionsOptions = queryOptions({
  queryKey: ['me', 'sessions'],
  queryFn: () => readAnswer(client.api.auth['list-sessions'].$get()),
});

/** Ends one of the own sessions. */
export function endSession(id: string) {
  return readAnswer(client.api.auth['revoke-session'].$post({ json: { id } }));
}

/** Ends all own sessions but this one. */
export function endOtherSessions() {
  return readAnswer(client.api.auth['revoke-other-sessions'].$post());
}
