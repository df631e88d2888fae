import { RELEASE_RULES } from '../domain/releases/rules.ts';
import { remembered } from './analytics/remembered.ts';
import { openAudit } from './audit/open-audit.ts';
import { createAccounts, type AccountsSetup } from './auth/accounts.ts';
import { scopeOfEverything } from './auth/scope.ts';
import { uploadsFolderOf, type Config } from './config.ts';
import { openLedger } from './cooperation/open-ledger.ts';
import { openDirectory } from './directory/open-directory.ts';
import { createImports } from './import/create-imports.ts';
import { createReleases } from './releases/create-releases.ts';
import type { Services } from './services.ts';
import { openSettings } from './settings/open-settings.ts';
import { createViews } from './views/create-views.ts';
import { openStore } from './store/sqlite/store.ts';

const REMEMBERED_ANSWERS = 1000;

/** The demo publishes by itself when it starts first: whoever tries it wants to publish on the same day. */
const DEMO_RULES = { ...RELEASE_RULES, daysBetween: 0 };

/** Services on an open database, and how to end them. */
export interface OpenServices extends Services {
  close(): Promise<void>;
}

/**
 * Opens the database and everything that works on it, and brings back imports that a stopped process left at work.
 * @param onFault hears of errors that nobody foresaw, in work that no request waits for.
 * @param onRefusal hears why a provider's people are not let in.
 * @throws where the file is no database, or cannot be written.
 */
export async function openServices(
  {
    databasePath,
    demo,
    currency,
    baseUrl = 'http://127.0.0.1',
    trustsProxy = false,
    singleSignOn = null,
  }: Pick<Config, 'databasePath' | 'demo' | 'currency'> &
    Partial<Pick<Config, 'baseUrl' | 'trustsProxy' | 'singleSignOn'>>,
  onFault: (error: unknown) => void = () => {},
  onRefusal: AccountsSetup['onRefusal'] = () => {},
): Promise<OpenServices> {
  const store = await openStore(databasePath);
  const uploadsFolder = uploadsFolderOf(databasePath);
  const imports = createImports({ databasePath, uploadsFolder, onFault });
  await imports.recover();
  const keeping = openDirectory(databasePath);
  const ledger = openLedger(databasePath);
  const views = createViews(databasePath);
  const audit = openAudit(databasePath);
  const settings = openSettings(databasePath, currency, demo ? DEMO_RULES : RELEASE_RULES);
  const accounts = createAccounts({
    databasePath,
    baseUrl,
    trustsProxy,
    provider: singleSignOn,
    onRefusal,
    onLinkUsed: (link, by) =>
      audit.note({
        by,
        action: 'use',
        kind: link.purpose === 'password' ? 'password_link' : 'invitation',
        recordId: link.id,
        label: by.email,
        before: null,
        after: null,
      }),
  });
  const releases = createReleases({
    databasePath,
    currency: () => settings.currency(),
    scope: scopeOfEverything(),
    rules: () => settings.rules(),
    state: () => store.aggregator.snapshot(),
  });
  return {
    aggregator: remembered(store.aggregator, REMEMBERED_ANSWERS),
    directory: store.directory,
    partners: store.partners,
    imports,
    keeping,
    ledger,
    audit,
    views,
    accounts,
    baseUrl,
    releases,
    demo,
    settings,
    close: async () => {
      await imports.close();
      await releases.close();
      keeping.close();
      ledger.close();
      views.close();
      audit.close();
      settings.close();
      await accounts.close();
      store.close();
    },
  };
}
