import type { AuditLine, AuditQuery, NewAuditLine } from '../store/audit-ports.ts';
import { openAuditLog } from '../store/sqlite/audit-log.ts';
import { retryWhileBusy } from '../store/sqlite/retry.ts';

/** The audit trail: who did what to what, and when. Nothing in it is ever changed or taken away. */
export interface Audit {
  /** Keeps what was done. No password, token or pay belongs into a line. */
  note(line: NewAuditLine): Promise<void>;
  /** Latest first. */
  list(query: AuditQuery): AuditLine[];
  close(): void;
}

/** Opens the audit trail of an existing database of the current schema. */
export function openAudit(databasePath: string): Audit {
  const log = openAuditLog(databasePath);
  return {
    note: (line) => retryWhileBusy(() => log.add(line)),
    list: (query) => log.list(query),
    close: () => log.close(),
  };
}
