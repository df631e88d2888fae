import { z } from 'zod';
import { AppError } from '../../domain/errors.ts';
import {
  isSignOnRefusal,
  SIGN_ON_REFUSALS,
  type IdentityProvider,
  type SignOnRefusal,
} from '../../domain/sign-on.ts';
import type { AccountStore } from '../store/account-ports.ts';
import type { AccountContext } from './accounts.ts';
import { CLIENT_ADDRESS, type LibrarySetup } from './library.ts';
import {
  discoveryAddress,
  openProviderLibrary,
  PROVIDER,
  type Arrival,
} from './provider-library.ts';

/** How long the provider may take to say who it is, and to answer for somebody. */
const DISCOVERY_MS = 5000;
const EXCHANGE_MS = 15_000;

/** What the library says, in our words; everything else is `failed`. */
const REFUSALS: Readonly<Record<string, SignOnRefusal>> = {
  // It asks for a verified address itself before it ties an account.
  account_not_linked: 'unverified',
  email_not_found: 'unverified',
  access_denied: 'cancelled',
  state_mismatch: 'expired',
  state_not_found: 'expired',
  issuer_mismatch: 'wrong_issuer',
};

const discovered = z.object({ issuer: z.string() });
const started = z.object({ url: z.url() });

/** What the browser sends with a request, and from where. */
export interface SignOnRequest {
  readonly cookie: string | undefined;
  readonly browser: string | undefined;
  readonly address: string;
}

/** What the browser is told: where to go on, and its cookies. */
export interface SignOnStep {
  readonly location: string;
  readonly cookies: readonly string[];
}

/** Signing in by the provider that is configured. */
export interface SingleSignOn {
  readonly label: string | null;
  /**
   * Where the provider asks who somebody is.
   * @param returnTo the path of ours to come back to.
   * @throws AppError `unavailable` where the provider does not answer, or calls itself otherwise.
   */
  begin(returnTo: string, request: SignOnRequest): Promise<SignOnStep>;
  /**
   * Lets in whom the provider sends back, if they have an account or an invitation; otherwise the address to go on to
   * says in `refused` why not.
   * @param search what stands behind `?` in the address that they came back to.
   */
  finish(search: string, request: SignOnRequest): Promise<SignOnStep>;
}

interface SingleSignOnSetup extends LibrarySetup {
  readonly provider: IdentityProvider;
  readonly store: AccountStore;
  readonly now: () => number;
  readonly onLinkUsed: AccountContext['onLinkUsed'];
  /** Hears why somebody was not let in, without who it was. */
  readonly onRefusal: (refusal: SignOnRefusal, reason: string) => void;
}

function withinTime<T>(work: Promise<T>): Promise<T | null> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => resolve(null), EXCHANGE_MS);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

/** Whether the provider answers, by the name that it is configured with; what is wrong where it does not. */
async function checkProvider(issuer: string): Promise<SignOnRefusal | null> {
  try {
    const signal = AbortSignal.timeout(DISCOVERY_MS);
    const response = await fetch(discoveryAddress(issuer), { signal });
    if (!response.ok) return 'unreachable';
    const { issuer: named } = discovered.parse(await response.json());
    return named === issuer ? null : 'wrong_issuer';
  } catch {
    return 'unreachable';
  }
}

async function judge(
  store: AccountStore,
  { issuer }: IdentityProvider,
  now: number,
  { email, emailVerified, userId, isKnown }: Arrival,
): Promise<SignOnRefusal | null> {
  if (!emailVerified) return 'unverified';
  if (userId === null) {
    return (await store.openInvitation(email, now)) === null ? 'unknown' : null;
  }
  if ((await store.user(userId))?.disabled !== false) return 'shut_out';
  if (isKnown) return null;
  // An address that was given to somebody else at the provider must not open its former owner's account.
  const identities = await store.identitiesOf(userId, PROVIDER);
  return identities.some((one) => one.startsWith(`${issuer} `)) ? 'other_person' : null;
}

/** Opens single sign-on; the provider is asked nothing before somebody signs in by it. */
export function openSingleSignOn(setup: SingleSignOnSetup): SingleSignOn {
  const { provider, store, now, baseUrl, onLinkUsed, onRefusal } = setup;
  let opened: ReturnType<typeof openProviderLibrary> | null = null;
  const library = () =>
    (opened ??= openProviderLibrary({
      ...setup,
      judge: (arrival) => judge(store, provider, now(), arrival),
      invitedAs: async (email) => {
        const link = await store.openInvitation(email, now());
        if (link === null || !(await store.useLink(link.id, now()))) return null;
        const name = link.name ?? email;
        await onLinkUsed(link, { email, name });
        return { ...link, name };
      },
    }));
  const ask = (path: string, { cookie, browser, address }: SignOnRequest, init: RequestInit) =>
    withinTime(
      library().handler(
        new Request(`${baseUrl}/api/auth${path}`, {
          ...init,
          headers: {
            'Content-Type': 'application/json',
            Origin: baseUrl,
            [CLIENT_ADDRESS]: address,
            ...(cookie === undefined ? {} : { Cookie: cookie }),
            ...(browser === undefined ? {} : { 'User-Agent': browser }),
          },
        }),
      ),
    );
  const refuse = (refusal: SignOnRefusal, reason: string): AppError => {
    onRefusal(refusal, reason);
    return new AppError('unavailable', SIGN_ON_REFUSALS[refusal]);
  };
  return {
    label: provider.label,
    begin: async (returnTo, request) => {
      const wrong = await checkProvider(provider.issuer);
      if (wrong !== null) throw refuse(wrong, 'discovery');
      const answer = await ask('/sign-in/social', request, {
        method: 'POST',
        body: JSON.stringify({
          provider: PROVIDER,
          callbackURL: baseUrl + returnTo,
          errorCallbackURL: baseUrl + returnTo,
          disableRedirect: true,
        }),
      });
      if (answer?.status === 429) {
        throw new AppError('too_many', {
          en: 'Too many attempts. Try again in a minute.',
          zh: '尝试次数过多，请一分钟后再试。',
        });
      }
      if (answer === null || !answer.ok) throw refuse('unreachable', `status ${answer?.status}`);
      const { url } = started.parse(await answer.json());
      return { location: url, cookies: answer.headers.getSetCookie() };
    },
    finish: async (search, request) => {
      const answer = await ask(`/callback/${PROVIDER}?${search}`, request, { method: 'GET' });
      const cookies = answer?.headers.getSetCookie() ?? [];
      const location = ownAddress(answer?.headers.get('location') ?? '/', baseUrl);
      const { searchParams } = location;
      const reason = searchParams.get('error') ?? (answer?.status === 302 ? null : 'no answer');
      if (reason !== null) {
        const refusal = isSignOnRefusal(reason) ? reason : (REFUSALS[reason] ?? 'failed');
        onRefusal(refusal, reason);
        for (const name of ['error', 'error_description', 'state']) searchParams.delete(name);
        searchParams.set('refused', refusal);
      }
      return { location: location.href, cookies };
    },
  };
}

/** An address that cannot lead away from here; the first page where the library knows none. */
function ownAddress(location: string, baseUrl: string): URL {
  const address = new URL(location, baseUrl);
  const isOwnPage = address.origin === baseUrl && !address.pathname.startsWith('/api/');
  return isOwnPage ? address : new URL(`/${address.search}`, baseUrl);
}
