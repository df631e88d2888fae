import { dayFromIso, isoFromDay, type Day } from '../../domain/dates.ts';
import { AppError } from '../../domain/errors.ts';
import type { ReleaseRules } from '../../domain/releases/rules.ts';
import type { ReleaseEntry } from '../store/release-ports.ts';

function dayOfTime(time: string): Day {
  const day = dayFromIso(time.slice(0, 10));
  if (day === null) throw new RangeError(`No time: ${time}`);
  return day;
}

/**
 * The first day (UTC) on which the next release may be published; null where there was none yet. A withdrawn release
 * counts: it has been seen.
 */
export function possibleFrom(
  releases: readonly ReleaseEntry[],
  { daysBetween }: ReleaseRules,
): Day | null {
  if (releases.length === 0) return null;
  const days = releases.map(({ publishedAt }) => dayOfTime(publishedAt));
  return Math.max(...days) + daysBetween;
}

/**
 * Refuses a release that comes too early after the last one.
 * @throws AppError `conflict` that names the day from which it is possible.
 */
export function refuseTooEarly(
  releases: readonly ReleaseEntry[],
  rules: ReleaseRules,
  now: string,
): void {
  const from = possibleFrom(releases, rules);
  if (from === null || dayOfTime(now) >= from) return;
  const day = isoFromDay(from);
  throw new AppError(
    'conflict',
    {
      en: `The next release is possible from ${day}: ${rules.daysBetween} days have to lie between two releases, withdrawn ones included, because the difference between two of them could give single people away.`,
      zh: `下一次发布最早可在 ${day} 进行：两次发布（包括已撤回的）须间隔 ${rules.daysBetween} 天，否则两次数据之差可能暴露个人情况。`,
    },
    { possibleFrom: day },
  );
}
