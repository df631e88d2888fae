/** Counts rows and tells now and then how many are done. */
export interface Progress {
  step(rows?: number): void;
}

const EVERY = 2000;

/** A progress over several passes of a file. `report` gets the rows done in all passes. */
export function progressOf(report: (done: number) => void): Progress {
  let done = 0;
  return {
    step: (rows = 1) => {
      const before = done;
      done += rows;
      if (Math.floor(done / EVERY) > Math.floor(before / EVERY)) report(done);
    },
  };
}
