import { z } from 'zod';
import { THRESHOLD_IDS } from '../../../domain/releases/thresholds.ts';
import { LOGO_TYPES, type SettingsStore } from '../settings-ports.ts';
import { auditLog } from './audit-log.ts';
import { openForWriting } from './open.ts';

const settings = z.object({
  companyName: z.string().nullable().default(null),
  currency: z.string().nullable().default(null),
  asOf: z.string().nullable().default(null),
  thresholds: z.partialRecord(z.enum(THRESHOLD_IDS), z.number()).default({}),
});
const logo = z.object({ type: z.enum(LOGO_TYPES), base64: z.string() });

/** Opens the settings of a database of the current schema. A busy database is answered at once. */
export function openSettingsStore(path: string): SettingsStore {
  const connection = openForWriting(path, 0);
  const audit = auditLog(connection);
  const one = connection.prepare<[string], { value: string }>(
    'SELECT value FROM settings WHERE key = ?',
  );
  const set = connection.prepare<[string, string]>(
    'INSERT OR REPLACE INTO settings (key, value) VALUES (?, ?)',
  );
  const unset = connection.prepare<[string]>('DELETE FROM settings WHERE key = ?');
  const version = (): number => Number(one.get('settings_version')?.value ?? 0);
  const inOne = (work: () => void): void => {
    connection.transaction(() => {
      work();
      set.run('settings_version', String(version() + 1));
    })();
  };
  return {
    version,
    read: () => settings.parse(JSON.parse(one.get('deployment')?.value ?? '{}')),
    logo: () => {
      const stored = one.get('logo');
      if (stored === undefined) return null;
      const { type, base64 } = logo.parse(JSON.parse(stored.value));
      return { type, bytes: Buffer.from(base64, 'base64') };
    },
    write: (next, line) =>
      inOne(() => {
        set.run('deployment', JSON.stringify(next));
        audit.add(line);
      }),
    writeLogo: (next, line) =>
      inOne(() => {
        if (next === null) unset.run('logo');
        else {
          const base64 = next.bytes.toString('base64');
          set.run('logo', JSON.stringify({ type: next.type, base64 }));
        }
        audit.add(line);
      }),
    close: () => {
      connection.close();
    },
  };
}
