/** The width of a band, in points of 100, from a number of people on. */
export interface BandStep {
  readonly from: number;
  readonly points: number;
}

/** Every threshold by which figures are protected before they go to deans. Each release keeps those it was made by. */
export interface ReleaseRules {
  /** Grows whenever the way in which releases are made changes. */
  readonly method: number;
  /** Days that have to lie between two releases. */
  readonly daysBetween: number;
  /** Least people of a rate and of a median of pay, and of its quartiles. */
  readonly least: number;
  readonly leastOfQuartiles: number;
  /** What pay is rounded to, in units of the currency. */
  readonly payStep: number;
  /** Fewer hires than that in a department, city or channel go into "Other". */
  readonly leastShown: number;
  /** Widths of bands by the number of people, from few to many. */
  readonly bands: readonly BandStep[];
  /** A benchmark needs so many other schools and people; no school, and no two, may be more of them than these shares. */
  readonly partners: {
    readonly schools: number;
    readonly people: number;
    readonly mostOfOne: number;
    readonly mostOfTwo: number;
  };
  /** A figure whose people changed by so many at most since it was published is repeated. */
  readonly fewChanged: number;
  /** Groups of so many people at most must keep so many possible numerators, or all where they have fewer. */
  readonly smallGroup: number;
  readonly possible: number;
}

/** The thresholds of a deployment that sets no others. */
export const RELEASE_RULES: ReleaseRules = {
  method: 1,
  daysBetween: 90,
  least: 10,
  leastOfQuartiles: 20,
  payStep: 1000,
  leastShown: 3,
  bands: [
    { from: 10, points: 50 },
    { from: 20, points: 20 },
    { from: 40, points: 10 },
    { from: 80, points: 5 },
    { from: 200, points: 2 },
    { from: 400, points: 1 },
  ],
  partners: { schools: 4, people: 10, mostOfOne: 0.5, mostOfTwo: 0.8 },
  fewChanged: 4,
  smallGroup: 9,
  possible: 3,
};
