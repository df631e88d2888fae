import type { Bilingual } from './language.ts';

export type ErrorCode =
  | 'invalid_input'
  | 'not_signed_in'
  | 'not_allowed'
  | 'not_found'
  | 'conflict'
  | 'changed_meanwhile'
  | 'too_large'
  | 'not_a_table'
  | 'unusable'
  | 'revision_missing'
  | 'too_many'
  | 'internal'
  | 'unavailable';

const STATUS = {
  invalid_input: 400,
  not_signed_in: 401,
  not_allowed: 403,
  not_found: 404,
  conflict: 409,
  changed_meanwhile: 412,
  too_large: 413,
  not_a_table: 415,
  unusable: 422,
  revision_missing: 428,
  too_many: 429,
  internal: 500,
  unavailable: 503,
} as const satisfies Record<ErrorCode, number>;

export type ErrorStatus = (typeof STATUS)[ErrorCode];

/**
 * An error whose message is written for the person who caused it: it names the place and the way out.
 * Everything that is no AppError is answered as `internal`, without its message.
 */
export class AppError extends Error {
  readonly code: ErrorCode;
  /** What to say to the person: in both languages where it is known in both. */
  readonly sentence: string | Bilingual;
  readonly details: unknown;

  constructor(code: ErrorCode, sentence: string | Bilingual, details?: unknown) {
    super(typeof sentence === 'string' ? sentence : sentence.en);
    this.name = 'AppError';
    this.code = code;
    this.sentence = sentence;
    this.details = details;
  }

  /** The HTTP status that fits. */
  get status(): ErrorStatus {
    return STATUS[this.code];
  }
}

/** The one shape in which errors go over the wire. */
export interface ErrorBody {
  readonly error: { readonly code: string; readonly message: string; readonly details?: unknown };
}
