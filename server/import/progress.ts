/** Counts rows and tells now and then how many are done. */
export interface Progress {
  /** Counts some rows more. Throws JobStopped where somebody has asked for it. */
  step(rows?: number): void;
}

/** The end of a job that was asked to stop. */
export class JobStopped extends Error {
  constructor() {
    super('The job was stopped');
    this.name = 'JobStopped';
  }
}

const EVERY = 2000;
const LOOK_EVERY = 100;

/** A progress over several passes of a file. `report` gets the rows done in all passes. */
export function progressOf(report: (done: number) => void, isStopped: () => boolean): Progress {
  let done = 0;
  return {
    step: (rows = 1) => {
      const before = done;
      done += rows;
      if (Math.floor(done / LOOK_EVERY) === Math.floor(before / LOOK_EVERY)) return;
      if (isStopped()) throw new JobStopped();
      if (Math.floor(done / EVERY) > Math.floor(before / EVERY)) report(done);
    },
  };
}
