import { betterAuth, type BetterAuthOptions } from 'better-auth';
import { APIError } from 'better-auth/api';
import { genericOAuth } from 'better-auth/plugins';
import { z } from 'zod';
import type { IdentityProvider, SignOnRefusal } from '../../domain/sign-on.ts';
import type { Place } from '../store/account-ports.ts';
import { libraryOptions, type LibrarySetup } from './library.ts';

/** The library's name for the provider; it stands in the address that people come back to. */
export const PROVIDER = 'sso';

const MINUTE_S = 60;
/** Starts and returns from one address in a minute; nothing can be guessed by them. */
const MOST_SIGN_ONS = 60;

const claims = z.object({ iss: z.string(), sub: z.string().min(1) });

/** What a sign-on is judged by. */
export interface Arrival {
  readonly email: string;
  readonly emailVerified: boolean;
  /** Null for somebody without an account. */
  readonly userId: string | null;
  /** Whether the account was tied to this identity before. */
  readonly isKnown: boolean;
}

export interface ProviderLibrarySetup extends LibrarySetup {
  readonly provider: IdentityProvider;
  /** Why somebody is not let in; null where they are. */
  readonly judge: (arrival: Arrival) => Promise<SignOnRefusal | null>;
  /** Uses the invitation of an address: what the new account becomes. Null where there is none any more. */
  readonly invitedAs: (email: string) => Promise<(Place & { readonly name: string }) | null>;
}

/** Where a provider describes itself (OpenID Connect Discovery 1.0, section 4). */
export function discoveryAddress(issuer: string): string {
  return `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
}

/**
 * Whose token this is: issuer and subject, which together never mean somebody else, also after the deployment moves to
 * another provider. The library has checked signature, audience and nonce before.
 * @throws where the token is another issuer's, or no token.
 */
function identityOf(issuer: string, idToken: string | undefined): string {
  const payload = Buffer.from(idToken?.split('.')[1] ?? '', 'base64url').toString('utf8');
  const { iss, sub } = claims.parse(JSON.parse(payload));
  if (iss !== issuer) throw new Error('The token is of another issuer.');
  return `${iss} ${sub}`;
}

function libraryOptionsFor(setup: ProviderLibrarySetup) {
  const { provider, judge, invitedAs } = setup;
  const usual = libraryOptions(setup);
  return {
    ...usual,
    user: {
      ...usual.user,
      additionalFields: {
        ...usual.user.additionalFields,
        // The invitation tells it, below; the library would want it of the provider.
        role: { ...usual.user.additionalFields.role, required: false },
      },
      // Each time anew: the provider may think otherwise of somebody than it did.
      validateUserInfo: async ({ user, source }) => {
        const refusal = await judge({
          email: user.email ?? '',
          emailVerified: user.emailVerified === true,
          userId: source.action === 'create-user' ? null : (user.id ?? null),
          isKnown: source.action === 'sign-in',
        });
        return refusal === null ? undefined : { error: refusal };
      },
    },
    databaseHooks: {
      ...usual.databaseHooks,
      user: {
        create: {
          // Role and place come from the invitation, whatever the provider says.
          before: async (user) => {
            const invited = await invitedAs(user.email);
            if (invited === null) throw new APIError('FORBIDDEN', { code: 'unknown' });
            const { name, role, schoolId, collegeId } = invited;
            return { data: { ...user, image: null, name, role, schoolId, collegeId } };
          },
        },
      },
      account: {
        create: {
          // The provider's tokens have done what they were for.
          before: async ({ accessToken: _a, refreshToken: _r, idToken: _i, ...account }) => ({
            data: { ...account, accessToken: null, refreshToken: null, idToken: null },
          }),
        },
      },
    },
    account: { ...usual.account, updateAccountOnSignIn: false },
    rateLimit: {
      ...usual.rateLimit,
      customRules: {
        '/sign-in/social': { window: MINUTE_S, max: MOST_SIGN_ONS },
        [`/callback/${PROVIDER}`]: { window: MINUTE_S, max: MOST_SIGN_ONS },
      },
    },
    plugins: [
      genericOAuth({
        config: [
          {
            providerId: PROVIDER,
            discoveryUrl: discoveryAddress(provider.issuer),
            requireIdTokenVerification: true,
            clientId: provider.clientId,
            clientSecret: provider.clientSecret,
            tokenEndpointAuth: {
              method:
                provider.clientAuth === 'basic' ? 'client_secret_basic' : 'client_secret_post',
            },
            scopes: ['openid', 'email', 'profile'],
            pkce: true,
            accountSubject: ({ tokens }) => identityOf(provider.issuer, tokens.idToken),
          },
        ],
      }),
    ],
  } satisfies BetterAuthOptions;
}

/**
 * The sign-in library once more, with the provider: state, PKCE, nonce and the checks of the token are its own. It is
 * apart from the one for passwords, which a provider that does not answer must not keep waiting.
 */
export function openProviderLibrary(setup: ProviderLibrarySetup) {
  return betterAuth(libraryOptionsFor(setup));
}
