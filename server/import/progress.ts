/** Counts rows and tells now and then how many are done. */
export interface Progress {
  step(): void;
}

const EVERY = 2000;

/** A progress over several passes of a file. `report` gets the rows done in all passes. */
export function progressOf(report: (done: number) => void): Progress {
  let done = 0;
  return {
    step: () => {
      done += 1;
      if (done % EVERY === 0) report(done);
    },
  };
}
