import type { Thresholds } from '../../domain/releases/thresholds.ts';
import type { NewAuditLine } from './audit-ports.ts';

/** What an administrator sets for everybody. */
export interface DeploymentSettings {
  /** Null for the product's own name alone. */
  readonly companyName: string | null;
  /** ISO 4217; null for the configured one. */
  readonly currency: string | null;
  /** ISO day that figures are of where nobody asks for another; null for the last one that the data tells of. */
  readonly asOf: string | null;
  /** By how much stricter than usual releases are protected. */
  readonly thresholds: Thresholds;
}

/** The types of picture that a logo may have. */
export const LOGO_TYPES = ['image/png', 'image/jpeg', 'image/svg+xml'] as const;

export interface Logo {
  readonly type: (typeof LOGO_TYPES)[number];
  readonly bytes: Buffer;
}

/** Settings in the database. They are no data: the data's version does not move with them, their own does. */
export interface SettingsStore {
  /** Grows with every change. */
  version(): number;
  read(): DeploymentSettings;
  logo(): Logo | null;
  /** Each of these is one transaction with its line of the audit trail. */
  write(settings: DeploymentSettings, line: NewAuditLine): void;
  writeLogo(logo: Logo | null, line: NewAuditLine): void;
  close(): void;
}
