import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Provider, type AccountClaims } from 'oidc-provider';
import type { IdentityProvider } from '../../domain/sign-on.ts';

export const CLIENT = { clientId: 'talentbridge', clientSecret: 'a secret of the tests' } as const;

/** What the provider says of somebody: the subject is what they sign in there as. */
export type Person = Omit<AccountClaims, 'sub'>;

export interface RunningProvider {
  readonly config: IdentityProvider;
  /** Who has an account there; tests change it. */
  readonly people: Map<string, Person>;
  stop(): Promise<void>;
}

async function listening(server: Server, port: number): Promise<number> {
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

/** A port that nobody listens on. */
export async function freePort(): Promise<number> {
  const server = createServer();
  const port = await listening(server, 0);
  server.close();
  await once(server, 'close');
  return port;
}

/**
 * A real OpenID Connect provider on loopback, on which people sign in by their name alone.
 * @param redirect where the deployment says that people come back to.
 */
export async function startProvider(
  redirect: string,
  { port = 0, claimsInToken = false }: { port?: number; claimsInToken?: boolean } = {},
): Promise<RunningProvider> {
  const server = createServer();
  const taken = await listening(server, port);
  const issuer = `http://127.0.0.1:${taken}`;
  const people = new Map<string, Person>();
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: CLIENT.clientId,
        client_secret: CLIENT.clientSecret,
        redirect_uris: [redirect],
      },
    ],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    conformIdTokenClaims: !claimsInToken,
    pkce: { required: () => true },
    cookies: { keys: ['of the tests'] },
    findAccount: (_, id) => ({
      accountId: id,
      claims: () => ({ sub: id, ...people.get(id) }),
    }),
  });
  const answer = provider.callback();
  server.on('request', (request, response) => void answer(request, response));
  return {
    config: { issuer, ...CLIENT, clientAuth: 'basic', label: null },
    people,
    stop: async () => {
      if (!server.listening) return;
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
