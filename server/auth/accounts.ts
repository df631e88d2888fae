import type { Role } from '../../domain/roles.ts';
import type { IdentityProvider, SignOnRefusal } from '../../domain/sign-on.ts';
import type {
  AccountStore,
  CalendarFeed,
  LinkRecord,
  SessionReader,
  TokenRecord,
  UserRecord,
} from '../store/account-ports.ts';
import type { Actor } from '../store/audit-ports.ts';
import { openAccounts } from '../store/sqlite/account-store.ts';
import { openForReading } from '../store/sqlite/open.ts';
import { sessionReader } from '../store/sqlite/session-reader.ts';
import { acceptLink, type Acceptance, type Origin } from './accept-link.ts';
import {
  calendarFeedsOf,
  createCalendarFeed,
  principalOfCalendarFeed,
  removeCalendarFeed,
} from './calendar-feeds.ts';
import { changeUser, type UserChange } from './change-user.ts';
import { demoUser } from './demo-user.ts';
import { firstAdministratorLink } from './first-administrator.ts';
import { invite, type Invitation } from './invite.ts';
import { openLibrary, type Library, type LibrarySetup } from './library.ts';
import { findLink, noSuch } from './links.ts';
import { passwordLink } from './password-link.ts';
import type { Principal } from './principal.ts';
import { secretBeside } from './secret-file.ts';
import { openSingleSignOn, type SingleSignOn } from './single-sign-on.ts';
import { createToken, principalOfToken, type NewTokenRequest } from './tokens.ts';
import {
  endOtherSessions,
  endSession,
  principalOfSession,
  sessionsOf,
  type OwnSession,
} from './sessions.ts';

/** What the verbs of accounts work with. */
export interface AccountContext {
  readonly store: AccountStore;
  readonly reader: SessionReader;
  readonly library: Library;
  readonly now: () => number;
  /** Hears who came in by an invitation, or chose a new password by a link. */
  readonly onLinkUsed: (link: LinkRecord, by: Actor) => Promise<void>;
}

/** A link with what opens it, which is shown once. */
export interface Opened {
  readonly link: LinkRecord;
  readonly secret: string;
}

/** Who may come in, and as what. Every verb throws an AppError for what a person can mend. */
export interface Accounts {
  readonly library: Library;
  readonly secret: string;
  /** Whether the last address in `X-Forwarded-For` is written by a proxy that is trusted. */
  readonly trustsProxy: boolean;
  /** Null where no provider is configured. */
  readonly singleSignOn: SingleSignOn | null;
  /** The person behind a session's token; null where it has ended. */
  principalOfSession(token: string): Principal | null;
  /** The script behind a token; null where it is unknown or has expired. */
  principalOfToken(secret: string): Principal | null;
  /** Whose calendar an address is; null where it opens nothing (any more). */
  principalOfCalendarFeed(secret: string): Principal | null;
  calendarFeedsOf(principal: Principal): Promise<CalendarFeed[]>;
  createCalendarFeed(
    request: { readonly name: string; readonly days: number },
    by: Principal,
  ): Promise<{ feed: CalendarFeed; secret: string }>;
  removeCalendarFeed(id: number, by: Principal): Promise<void>;
  sessionsOf(principal: Principal): Promise<OwnSession[]>;
  endSession(principal: Principal, id: string): Promise<void>;
  endOtherSessions(principal: Principal): Promise<void>;
  hasUsers(): Promise<boolean>;
  /** The one-time link for the first administrator; earlier ones stop working. */
  firstAdministratorLink(): Promise<Opened>;
  invite(invitation: Invitation, by: Principal): Promise<Opened>;
  passwordLink(userId: string, by: Principal): Promise<Opened>;
  /** A link that can still be used. */
  findLink(secret: string): Promise<LinkRecord>;
  /** Uses a link; answers the token of the session that begins. */
  acceptLink(
    secret: string,
    acceptance: Acceptance,
    origin: Origin,
  ): Promise<{ sessionToken: string }>;
  links(): Promise<LinkRecord[]>;
  removeLink(id: number): Promise<void>;
  users(): Promise<UserRecord[]>;
  changeUser(id: string, change: UserChange, by: Principal): Promise<UserRecord>;
  createToken(
    request: NewTokenRequest,
    by: Principal,
  ): Promise<{ token: TokenRecord; secret: string }>;
  tokens(): Promise<TokenRecord[]>;
  removeToken(id: number): Promise<void>;
  /** Signs in one of the demonstration's people, who is made where missing. Only for the embedded demo. */
  demoSession(role: Role, origin: Origin): Promise<{ sessionToken: string }>;
  close(): Promise<void>;
}

export interface AccountsSetup {
  /** An existing database of the current schema. */
  readonly databasePath: string;
  /** Where people reach the server. */
  readonly baseUrl: string;
  readonly trustsProxy: boolean;
  readonly provider?: IdentityProvider | null | undefined;
  /** Hears why a provider's people are not let in. */
  readonly onRefusal?: ((refusal: SignOnRefusal, reason: string) => void) | undefined;
  readonly onLinkUsed?: AccountContext['onLinkUsed'];
}

/** Opens accounts on a database. */
export function createAccounts({
  databasePath,
  baseUrl,
  trustsProxy,
  provider = null,
  onRefusal = () => {},
  onLinkUsed = () => Promise.resolve(),
}: AccountsSetup): Accounts {
  const opened = openAccounts(databasePath);
  const { store, db } = opened;
  const reading = openForReading(databasePath);
  const secret = secretBeside(databasePath);
  const setup: LibrarySetup = {
    db,
    secret,
    baseUrl,
    secure: baseUrl.startsWith('https:'),
    mayComeIn: async (userId) => (await store.user(userId))?.disabled === false,
  };
  const library = openLibrary(setup);
  const context: AccountContext = {
    store,
    reader: sessionReader(reading),
    library,
    now: () => Date.now(),
    onLinkUsed,
  };
  return {
    library,
    secret,
    trustsProxy,
    singleSignOn:
      provider === null ? null : openSingleSignOn({ ...setup, ...context, provider, onRefusal }),
    principalOfSession: (token) => principalOfSession(context, token),
    principalOfToken: (token) => principalOfToken(context, token),
    principalOfCalendarFeed: (opener) => principalOfCalendarFeed(context, opener),
    calendarFeedsOf: (principal) => calendarFeedsOf(context, principal),
    createCalendarFeed: (request, by) => createCalendarFeed(context, request, by),
    removeCalendarFeed: (id, by) => removeCalendarFeed(context, id, by),
    sessionsOf: (principal) => sessionsOf(context, principal),
    endSession: (principal, id) => endSession(context, principal, id),
    endOtherSessions: (principal) => endOtherSessions(context, principal),
    hasUsers: () => store.hasUsers(),
    firstAdministratorLink: () => firstAdministratorLink(context),
    invite: (invitation, by) => invite(context, invitation, by),
    passwordLink: (userId, by) => passwordLink(context, userId, by),
    findLink: (opener) => findLink(context, opener),
    acceptLink: (opener, acceptance, origin) => acceptLink(context, opener, acceptance, origin),
    links: () => store.links(),
    removeLink: async (id) => {
      if (!(await store.removeLink(id))) throw noSuch('link', id);
    },
    users: () => store.users(),
    changeUser: (id, change, by) => changeUser(context, id, change, by),
    createToken: (request, by) => createToken(context, request, by),
    tokens: () => store.tokens(),
    removeToken: async (id) => {
      if (!(await store.removeToken(id))) throw noSuch('token', id);
    },
    demoSession: (role, origin) => demoUser(context, role, origin),
    close: async () => {
      reading.close();
      await opened.close();
    },
  };
}
