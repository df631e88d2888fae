import type { Audit } from './audit/open-audit.ts';
import type { Ledger } from './cooperation/open-ledger.ts';
import type { DirectoryKeeping } from './directory/open-directory.ts';
import type { Accounts } from './auth/accounts.ts';
import type { Imports } from './import/create-imports.ts';
import type { Settings } from './settings/open-settings.ts';
import type { Views } from './views/create-views.ts';
import type { PartnerReader } from './store/partner-ports.ts';
import type { Releases } from './releases/create-releases.ts';
import type { Aggregator, Directory } from './store/ports.ts';

/** What the routes and commands work with. */
export interface Services {
  readonly aggregator: Aggregator;
  readonly directory: Directory;
  /** What partner schools may read. */
  readonly partners: PartnerReader;
  readonly imports: Imports;
  /** Editing and merging schools and majors. */
  readonly keeping: DirectoryKeeping;
  readonly ledger: Ledger;
  readonly audit: Audit;
  readonly views: Views;
  readonly accounts: Accounts;
  /** Where people reach the server, with its scheme and without a slash at its end. */
  readonly baseUrl: string;
  /** What is published to deans. */
  readonly releases: Releases;
  /** Whether the database is the embedded synthetic one. */
  readonly demo: boolean;
  readonly settings: Settings;
}
