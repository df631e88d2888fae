import { constants } from 'node:os';
import type { Imports } from '../import/create-imports.ts';

/** What ends a command before its time: Ctrl-C, or a service manager. */
const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

/** Thrown where an import was interrupted before there was anything to cancel. */
export class Interrupted extends Error {}

/** Cancels an import when the process is told to end; told twice, it ends at once. */
export interface Interruption {
  /** From now on this import is cancelled. Throws Interrupted where that was asked for before. */
  watch(id: number): void;
  /** The exit code by which a shell knows the signal; null where there was none. */
  exitCode(): number | null;
}

/** Listens for signals from now on. */
export function interruption(imports: Pick<Imports, 'cancel'>): Interruption {
  let code: number | null = null;
  let running: number | null = null;
  for (const signal of SIGNALS) {
    process.once(signal, () => {
      code = 128 + constants.signals[signal];
      // Where it is committed already, the answer of the command says so.
      if (running !== null) void imports.cancel(running).catch(() => {});
    });
  }
  return {
    watch: (id) => {
      if (code !== null) throw new Interrupted();
      running = id;
    },
    exitCode: () => code,
  };
}
