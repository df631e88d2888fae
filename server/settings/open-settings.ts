import { AppError } from '../../domain/errors.ts';
import type { Actor } from '../store/audit-ports.ts';
import type { DeploymentSettings, Logo } from '../store/settings-ports.ts';
import { retryWhileBusy } from '../store/sqlite/retry.ts';
import { openSettingsStore } from '../store/sqlite/settings-store.ts';
import { checkLogo } from './check-logo.ts';

const CURRENCIES: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'));
const COMPANY = { kind: 'settings', recordId: 0, label: 'company' } as const;

/** What is left out stays as it is. */
export type SettingsChange = {
  readonly [K in keyof DeploymentSettings]?: DeploymentSettings[K] | undefined;
};

/** The settings of a deployment. Every verb throws an AppError for what a person can mend. */
export interface Settings {
  /** Grows with every change; answers that depend on settings name it in their tag. */
  version(): number;
  read(): DeploymentSettings;
  /** ISO 4217 code of the currency that pay is in: the one that was set, else the configured one. */
  currency(): string;
  logo(): Logo | null;
  change(change: SettingsChange, by: Actor): Promise<DeploymentSettings>;
  /** Takes another logo, or none. */
  changeLogo(bytes: Buffer | null, by: Actor): Promise<void>;
  close(): void;
}

/**
 * Opens the settings of an existing database of the current schema.
 * @param configured the currency where none was set.
 */
export function openSettings(databasePath: string, configured: string): Settings {
  const store = openSettingsStore(databasePath);
  return {
    version: () => store.version(),
    read: () => store.read(),
    currency: () => store.read().currency ?? configured,
    logo: () => store.logo(),
    change: async ({ companyName, currency }, by) => {
      if (typeof currency === 'string' && !CURRENCIES.has(currency)) {
        throw new AppError('invalid_input', {
          en: `currency: ${currency} is no currency of ISO 4217, such as CNY.`,
          zh: `currency：${currency} 不是 ISO 4217 货币代码（如 CNY）。`,
        });
      }
      return retryWhileBusy(() => {
        const before = store.read();
        const after = {
          companyName: companyName === undefined ? before.companyName : companyName,
          currency: currency === undefined ? before.currency : currency,
        };
        const values = ({ companyName: name, currency: money }: DeploymentSettings) => ({
          company_name: name,
          currency: money,
        });
        store.write(after, {
          ...COMPANY,
          by,
          action: 'change',
          before: values(before),
          after: values(after),
        });
        return after;
      });
    },
    changeLogo: async (bytes, by) => {
      const logo = bytes === null ? null : checkLogo(bytes);
      await retryWhileBusy(() =>
        store.writeLogo(logo, {
          ...COMPANY,
          by,
          action: 'change',
          before: { logo: store.logo()?.type ?? null },
          after: { logo: logo?.type ?? null },
        }),
      );
    },
    close: () => store.close(),
  };
}
