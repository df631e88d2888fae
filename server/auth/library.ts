import { betterAuth, type BetterAuthOptions } from 'better-auth';
import { APIError } from 'better-auth/api';
import type { OpenAccounts } from '../store/sqlite/account-store.ts';

/** Least characters of a password. */
export const SHORTEST_PASSWORD = 12;
export const LONGEST_PASSWORD = 128;

/** The header in which the server tells the library who asks; one that a client sends is thrown away. */
export const CLIENT_ADDRESS = 'x-client-address';

const WEEK_S = 7 * 24 * 60 * 60;
const MINUTE_S = 60;
/** Attempts to sign in from one address in a minute. */
const MOST_ATTEMPTS = 10;

export interface LibrarySetup {
  readonly db: OpenAccounts['db'];
  readonly secret: string;
  /** Where people reach the server, with its scheme. */
  readonly baseUrl: string;
  readonly secure: boolean;
  /** Whether a user may begin a session; asked only once the password was right. */
  readonly mayComeIn: (userId: string) => Promise<boolean>;
}

/** The options of the sign-in library: email and password, sessions of a week, nobody signs up by themselves. */
export function libraryOptions({ db, secret, baseUrl, secure, mayComeIn }: LibrarySetup) {
  return {
    appName: 'Talentbridge',
    database: { db, type: 'sqlite' },
    secret,
    baseURL: baseUrl,
    basePath: '/api/auth',
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: SHORTEST_PASSWORD,
      maxPasswordLength: LONGEST_PASSWORD,
    },
    user: {
      modelName: 'users',
      additionalFields: {
        role: { type: 'string', input: false, required: true },
        schoolId: { type: 'number', input: false, required: false, fieldName: 'school_id' },
        collegeId: { type: 'number', input: false, required: false, fieldName: 'college_id' },
        disabled: { type: 'boolean', input: false, required: true, defaultValue: false },
      },
    },
    session: { modelName: 'sessions', expiresIn: WEEK_S, disableSessionRefresh: true },
    databaseHooks: {
      session: {
        create: {
          before: async ({ userId }) => {
            if (!(await mayComeIn(userId))) throw new APIError('FORBIDDEN');
          },
        },
      },
    },
    account: { modelName: 'accounts' },
    verification: { modelName: 'verifications' },
    rateLimit: {
      enabled: true,
      storage: 'memory',
      window: MINUTE_S,
      max: 100,
      customRules: {
        '/sign-in/email': { window: MINUTE_S, max: MOST_ATTEMPTS },
        '/change-password': { window: MINUTE_S, max: MOST_ATTEMPTS },
      },
    },
    advanced: {
      cookiePrefix: 'talentbridge',
      useSecureCookies: secure,
      ipAddress: { ipAddressHeaders: [CLIENT_ADDRESS] },
    },
    telemetry: { enabled: false },
    logger: { disabled: true },
  } satisfies BetterAuthOptions;
}

/** The sign-in library on our tables. */
export function openLibrary(setup: LibrarySetup) {
  return betterAuth(libraryOptions(setup));
}

export type Library = ReturnType<typeof openLibrary>;
