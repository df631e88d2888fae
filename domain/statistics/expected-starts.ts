import { wilson, type Interval } from './wilson.ts';

/** How many of n did something. */
export interface Share {
  readonly x: number;
  readonly n: number;
}

/** People on their way in, and how often such people came before. */
export interface Underway {
  /** Who accepted, whatever became of it, and who has an offer and gave no answer. */
  readonly accepted: number;
  readonly pending: number;
  /** Of earlier acceptances those who started, and of earlier decisions those that were acceptances. */
  readonly showUp: Share;
  readonly acceptance: Share;
}

export interface ExpectedStarts extends Interval {
  readonly expected: number;
}

/** A share that is never 0 or 1, for how uncertain it is: 5 of 5 is no certainty. */
const cautious = ({ x, n }: Share): { share: number; variance: number } => {
  const share = (x + 1) / (n + 2);
  return { share, variance: (share * (1 - share)) / (n + 3) };
};

/**
 * How many of those who accepted or have an offer will start: accepted × show-up + pending × acceptance × show-up.
 *
 * The interval holds the number in about 95 % of cases where each person decides alone and as often as before: it covers
 * chance and that the earlier people were few. It does not cover people who decide differently this time, nor offers
 * that are still to come. The variance of the sum is turned into a number of people of the same uncertainty, and
 * Wilson's interval is that of so many.
 *
 * @returns people, not rounded; the interval within 0 and all of them. Nobody underway is 0, 0–0.
 * @throws RangeError where a share that is needed has no n
 */
export function expectedStarts({
  accepted,
  pending,
  showUp,
  acceptance,
}: Underway): ExpectedStarts {
  const people = accepted + pending;
  if (people === 0) return { expected: 0, low: 0, high: 0 };
  if (!(showUp.n > 0) || (pending > 0 && !(acceptance.n > 0))) {
    throw new RangeError('the earlier shares need people');
  }
  const come = showUp.x / showUp.n;
  const accept = pending === 0 ? 0 : acceptance.x / acceptance.n;
  const expected = accepted * come + pending * accept * come;

  const shows = cautious(showUp);
  const accepts = cautious(acceptance);
  const either = accepts.share * shows.share;
  const mean = accepted * shows.share + pending * either;
  const variance =
    accepted * shows.share * (1 - shows.share) +
    pending * either * (1 - either) +
    (accepted + pending * accepts.share) ** 2 * shows.variance +
    (pending * shows.share) ** 2 * accepts.variance;
  const share = mean / people;
  const size = (people ** 2 * share * (1 - share)) / variance;
  const { low, high } = wilson((expected / people) * size, size);
  return { expected, low: people * low, high: people * high };
}
