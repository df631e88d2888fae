import { dayFromIso, isoFromDay, type Day } from '../../domain/dates.ts';
import { AppError } from '../../domain/errors.ts';
import type { ReleaseRules } from '../../domain/releases/rules.ts';
import {
  THRESHOLD_IDS,
  thresholdProblem,
  withThresholds,
} from '../../domain/releases/thresholds.ts';
import type { Actor } from '../store/audit-ports.ts';
import type { DeploymentSettings, Logo } from '../store/settings-ports.ts';
import { retryWhileBusy } from '../store/sqlite/retry.ts';
import { openSettingsStore } from '../store/sqlite/settings-store.ts';
import { checkLogo } from './check-logo.ts';

const CURRENCIES: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'));
const COMPANY = { kind: 'settings', recordId: 0, label: 'company' } as const;

function refuse(en: string, zh: string): AppError {
  return new AppError('invalid_input', { en, zh });
}

/** What stands in a settings line of the audit trail: every value by its name, also those not set. */
function audited({ companyName, currency, asOf, thresholds }: DeploymentSettings) {
  const set = THRESHOLD_IDS.map((id) => [`threshold_${id}`, thresholds[id] ?? null] as const);
  return { company_name: companyName, currency, as_of: asOf, ...Object.fromEntries(set) };
}

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
  /** The rules by which releases are protected, of those usual here, with what was set. */
  rules(): ReleaseRules;
  logo(): Logo | null;
  /** @param knownTo the last day that the data tells of: figures cannot be of a later one. */
  change(change: SettingsChange, by: Actor, knownTo: Day): Promise<DeploymentSettings>;
  /** Takes another logo, or none. */
  changeLogo(bytes: Buffer | null, by: Actor): Promise<void>;
  close(): void;
}

/**
 * Opens the settings of an existing database of the current schema.
 * @param configured the currency where none was set.
 * @param usual the rules of releases where no thresholds were set.
 */
export function openSettings(
  databasePath: string,
  configured: string,
  usual: ReleaseRules,
): Settings {
  const store = openSettingsStore(databasePath);
  return {
    version: () => store.version(),
    read: () => store.read(),
    currency: () => store.read().currency ?? configured,
    rules: () => withThresholds(usual, store.read().thresholds),
    logo: () => store.logo(),
    change: async (change, by, knownTo) => {
      const { currency, asOf, thresholds } = change;
      if (typeof currency === 'string' && !CURRENCIES.has(currency)) {
        throw refuse(
          `currency: ${currency} is no currency of ISO 4217, such as CNY.`,
          `currency：${currency} 不是 ISO 4217 货币代码（如 CNY）。`,
        );
      }
      if (typeof asOf === 'string') {
        const day = dayFromIso(asOf);
        const last = isoFromDay(knownTo);
        if (day === null) throw refuse(`asOf: ${asOf} is no day.`, `asOf：${asOf} 不是有效日期。`);
        if (day > knownTo) {
          throw refuse(
            `The data is known up to ${last}; ${asOf} lies after that. Set that day or an earlier one.`,
            `数据截至 ${last}，不能设为之后的 ${asOf}。请设为该日或更早的日期。`,
          );
        }
      }
      const problem = thresholds === undefined ? null : thresholdProblem(thresholds);
      if (problem !== null) throw new AppError('invalid_input', problem);
      return retryWhileBusy(() => {
        const before = store.read();
        const said = Object.entries(change).filter(([, value]) => value !== undefined);
        const after: DeploymentSettings = { ...before, ...Object.fromEntries(said) };
        store.write(after, {
          ...COMPANY,
          by,
          action: 'change',
          before: audited(before),
          after: audited(after),
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
