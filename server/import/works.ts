/** Why work on an import is ended before its time. */
export type Ending =
  /** A person stops it, and goes on with the draft. */
  | 'stop'
  /** A person gives the import up. */
  | 'cancel'
  /** The server ends. */
  | 'shut_down';

/** Work on an import that runs, or waits for its turn. */
export interface Work {
  readonly signal: AbortSignal;
  /** Why it was told to end; null as long as it was not. */
  ending(): Ending | null;
  /** To be called once everything about it is over. */
  over(): void;
}

/** The work that this process does, by import. */
export interface Works {
  begin(id: number): Work;
  /** Tells the work on an import to end, and waits until it is over. False where there is none. */
  end(id: number, ending: Ending): Promise<boolean>;
  endAll(ending: Ending): Promise<void>;
}

interface Running {
  readonly tell: (ending: Ending) => void;
  readonly isOver: Promise<void>;
}

/** Keeps track of work in memory: it ends with the process. */
export function importWorks(): Works {
  const running = new Map<number, Running>();

  const end = async ({ tell, isOver }: Running, ending: Ending): Promise<void> => {
    tell(ending);
    await isOver;
  };

  return {
    begin: (id) => {
      const controller = new AbortController();
      let why: Ending | null = null;
      let over = (): void => {};
      const isOver = new Promise<void>((resolve) => {
        over = resolve;
      });
      const entry: Running = {
        tell: (ending) => {
          why ??= ending;
          controller.abort();
        },
        isOver,
      };
      running.set(id, entry);
      return {
        signal: controller.signal,
        ending: () => why,
        over: () => {
          running.delete(id);
          over();
        },
      };
    },
    end: async (id, ending) => {
      const entry = running.get(id);
      if (entry !== undefined) await end(entry, ending);
      return entry !== undefined;
    },
    endAll: async (ending) => {
      await Promise.all([...running.values()].map((entry) => end(entry, ending)));
    },
  };
}
