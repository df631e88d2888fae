import type { AuditAction, AuditKind } from '../../domain/audit.ts';
import type { Day } from '../../domain/dates.ts';

/** Who does something; null where it was nobody that signed in. */
export interface Actor {
  readonly email: string;
  readonly name: string;
}

export type AuditValues = Readonly<Record<string, string | number | null>>;

/** One line of the audit trail. */
export interface AuditLine {
  readonly id: number;
  /** `YYYY-MM-DDTHH:MM:SS.sssZ`. */
  readonly at: string;
  readonly by: Actor | null;
  readonly action: AuditAction;
  readonly kind: AuditKind;
  /** 0 for what has no number: users, sessions, the settings. */
  readonly recordId: number;
  /** What the record was called then. */
  readonly label: string;
  readonly before: AuditValues | null;
  readonly after: AuditValues | null;
}

export type NewAuditLine = Omit<AuditLine, 'id' | 'at'>;

export interface AuditQuery {
  readonly kind: AuditKind | null;
  readonly recordId: number | null;
  readonly action: AuditAction | null;
  /** E-mail address. */
  readonly by: string | null;
  readonly from: Day | null;
  readonly to: Day | null;
  readonly limit: number;
  /** The id of the last line of the page before. */
  readonly before: number | null;
}

/** The audit trail. Nothing in it is ever changed or taken away. */
export interface AuditLog {
  add(line: NewAuditLine): void;
  /** Latest first. */
  list(query: AuditQuery): AuditLine[];
}
