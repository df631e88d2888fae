import type { Role } from '../../domain/roles.ts';

/** A school or college as people read it. */
export interface NamedPlace {
  readonly id: number;
  readonly name: string;
  readonly nameZh: string | null;
}

/** Where somebody belongs: a role, and for a dean the school or one of its colleges. */
export interface Place {
  readonly role: Role;
  readonly schoolId: number | null;
  readonly collegeId: number | null;
}

export interface UserRecord extends Place {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly disabled: boolean;
  /** `YYYY-MM-DDTHH:MM:SS.sssZ`. */
  readonly createdAt: string;
}

/** Lets somebody in once: the first administrator, an invited person, or one who needs a new password. */
export type LinkPurpose = 'first_administrator' | 'invitation' | 'password';

export interface LinkRecord extends Place {
  readonly id: number;
  readonly purpose: LinkPurpose;
  readonly email: string | null;
  readonly name: string | null;
  /** For a new password: whose. */
  readonly userId: string | null;
  readonly createdBy: string | null;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  readonly expiresAt: number;
  readonly usedAt: number | null;
}

export type NewLink = Omit<LinkRecord, 'id' | 'usedAt'> & { readonly secretHash: string };

/** What a script signs in with. */
export interface TokenRecord extends Place {
  readonly id: number;
  readonly name: string;
  readonly createdBy: string | null;
  readonly createdAt: number;
  readonly expiresAt: number;
  /** Days since 1970, so that a use is written at most once a day. */
  readonly lastUsedOn: number | null;
}

export type NewToken = Omit<TokenRecord, 'id' | 'lastUsedOn'> & { readonly secretHash: string };

/** An address by which a calendar program of somebody follows the ledger. */
export interface CalendarFeed {
  readonly id: number;
  readonly userId: string;
  readonly name: string;
  readonly createdAt: number;
  readonly expiresAt: number;
  /** Days since 1970. */
  readonly lastUsedOn: number | null;
}

export type NewCalendarFeed = Omit<CalendarFeed, 'id' | 'lastUsedOn'> & {
  readonly secretHash: string;
};

/** One place where somebody is signed in. Times as ISO texts. */
export interface SessionRecord {
  readonly id: string;
  readonly token: string;
  readonly createdAt: string;
  readonly expiresAt: string;
  readonly address: string | null;
  readonly browser: string | null;
}

/** Who sits behind a session, looked up for each request without waiting for any writer. */
export interface SessionReader {
  /** The user of a session that has not ended; null where there is none, or the user is disabled. */
  userOfSession(token: string, now: number): UserRecord | null;
  /** A token that has not expired, by the hash of its secret. */
  tokenByHash(secretHash: string, now: number): TokenRecord | null;
  /** A calendar address that has not expired, of somebody who is not disabled, by the hash of its secret. */
  calendarFeedByHash(
    secretHash: string,
    now: number,
  ): { readonly feed: CalendarFeed; readonly owner: Place } | null;
  /** A school; one that was merged into another leads to that one. */
  schoolName(id: number): NamedPlace | null;
  collegeName(id: number): NamedPlace | null;
}

/** Users, links and tokens. Every verb is one short transaction. */
export interface AccountStore {
  hasUsers(): Promise<boolean>;
  users(): Promise<UserRecord[]>;
  user(id: string): Promise<UserRecord | null>;
  userByEmail(email: string): Promise<UserRecord | null>;
  changeUser(
    id: string,
    change: Partial<Place> & { disabled?: boolean; name?: string },
  ): Promise<void>;
  /** Ends every session of a user. */
  endSessions(userId: string): Promise<void>;
  sessionsOf(userId: string): Promise<SessionRecord[]>;
  /** Ends one session of a user; false where there is none such. */
  endSession(userId: string, id: string): Promise<boolean>;
  /** Ends all sessions of a user but the one with a token. */
  endOtherSessions(userId: string, token: string): Promise<void>;
  /** How many administrators could sign in. */
  administrators(): Promise<number>;

  /** By what names a provider of single sign-on knows a user. */
  identitiesOf(userId: string, provider: string): Promise<string[]>;
  /** Lets a user be known to a provider by another name the next time. */
  removeIdentities(userId: string, provider: string): Promise<void>;

  addLink(link: NewLink): Promise<number>;
  links(): Promise<LinkRecord[]>;
  /** The latest invitation of an address that can still be used. */
  openInvitation(email: string, now: number): Promise<LinkRecord | null>;
  linkByHash(secretHash: string): Promise<LinkRecord | null>;
  /** Marks a link as used; false where it was used already, so that of two at a time only one gets in. */
  useLink(id: number, now: number): Promise<boolean>;
  removeLink(id: number): Promise<boolean>;
  removeLinks(purpose: LinkPurpose): Promise<void>;

  addToken(token: NewToken): Promise<number>;
  tokens(): Promise<TokenRecord[]>;
  removeToken(id: number): Promise<boolean>;
  touchToken(id: number, day: number): Promise<void>;

  addCalendarFeed(feed: NewCalendarFeed): Promise<number>;
  /** Oldest first. */
  calendarFeedsOf(userId: string): Promise<CalendarFeed[]>;
  /** Revokes one of a user; false where there is none such. */
  removeCalendarFeed(userId: string, id: number): Promise<boolean>;
  touchCalendarFeed(id: number, day: number): Promise<void>;

  schoolExists(id: number): Promise<boolean>;
  collegeBelongs(collegeId: number, schoolId: number): Promise<boolean>;
}
