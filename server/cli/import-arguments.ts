import { AppError } from '../../domain/errors.ts';
import { mappingSchema, type Mapping } from '../../domain/records/import-shapes.ts';
import { parseCommand } from './parse-command.ts';

export const USAGE = `Usage: npm run import -- <kind> <file.csv> [options]
  <kind>                        hires, cohorts, plans, cooperation, schools or majors
  --map "<header>=<field>"      what a column means; an empty field leaves the column out (repeatable)
  --set <field>=<value>         one value for all rows, also stage=hired, salary_period=month (repeatable)
                                what is not said is as for the last file with the same headers; --set <field>= takes it away
  --as-of <2026-06-30>          the day the file is of; its latest date where left out
  --date-order dmy|mdy          how to read 03/04/2025
  --includes-leavers yes|no|roster   whether the file includes the people who left
  --identity add|replace        whether a file without ids holds other people, or replaces earlier ones
  --new-names                   schools and majors that are not known are new ones
  --skip-invalid                commit the valid rows, and list the others
  --dry-run                     only say what would happen
  --database <path.db>          another database than DATABASE or data/demo.db`;

/** What the command line says. */
export interface ImportArguments {
  readonly kind: string;
  readonly path: string;
  readonly mapping: Mapping;
  readonly newNames: boolean;
  readonly skipInvalid: boolean;
  readonly dryRun: boolean;
  /** Undefined: the server's own. */
  readonly database: string | undefined;
}

const LEAVERS = new Map<string, Mapping['includesLeavers']>([
  ['yes', true],
  ['no', false],
  ['roster', 'roster'],
]);

const OPTIONS = {
  map: { type: 'string', multiple: true },
  set: { type: 'string', multiple: true },
  'as-of': { type: 'string' },
  'date-order': { type: 'string' },
  'includes-leavers': { type: 'string' },
  identity: { type: 'string' },
  'new-names': { type: 'boolean' },
  'skip-invalid': { type: 'boolean' },
  'dry-run': { type: 'boolean' },
  database: { type: 'string' },
} as const;

/** Reads the command line. Throws AppError `invalid_input` that says what is wrong with it. */
export function readArguments(args: readonly string[]): ImportArguments {
  const { values, positionals } = parseCommand({
    args: [...args],
    options: OPTIONS,
    allowPositionals: true,
  });
  const [kind, path, ...others] = positionals;
  if (kind === undefined || path === undefined || others.length > 0) {
    throw wrong('Give a kind and one file.');
  }
  const leavers = values['includes-leavers'];
  if (leavers !== undefined && !LEAVERS.has(leavers)) {
    throw wrong(`--includes-leavers is yes, no or roster, not "${leavers}".`);
  }
  const columns = pairs('--map', values.map ?? []).map(
    ([header, field]): [string, string | null] => [header, field === '' ? null : field],
  );
  const mapping = mappingSchema.safeParse({
    columns: Object.fromEntries(columns),
    constants: Object.fromEntries(pairs('--set', values.set ?? [])),
    asOf: values['as-of'],
    dateOrder: values['date-order'],
    includesLeavers: LEAVERS.get(leavers ?? ''),
    identity: values.identity,
  });
  if (!mapping.success) {
    const sentences = mapping.error.issues.map(
      ({ path: at, message }) => `${at.join('.')}: ${message}`,
    );
    throw wrong(sentences.join('; '));
  }
  return {
    kind,
    path,
    mapping: mapping.data,
    newNames: values['new-names'] ?? false,
    skipInvalid: values['skip-invalid'] ?? false,
    dryRun: values['dry-run'] ?? false,
    database: values.database,
  };
}

/** `left=right`, split at the last sign for headers that have one themselves. */
function pairs(option: string, texts: readonly string[]): [string, string][] {
  return texts.map((text) => {
    const at = option === '--map' ? text.lastIndexOf('=') : text.indexOf('=');
    if (at < 1) throw wrong(`${option} needs the form name=value, not "${text}".`);
    return [text.slice(0, at), text.slice(at + 1)];
  });
}

function wrong(message: string): AppError {
  return new AppError('invalid_input', message);
}
