import type { TFunction } from 'i18next';
import type { ImportProgress } from '../../api/imports-events.ts';
import type { Formatter } from '../../../domain/formatter.ts';

/** From so many seconds on, minutes are said. */
const MINUTES_FROM = 90;

/** How far a running import is, in words: percent, rows, and the time that remains where it is known. */
export function progressWords(
  { done, total, percent, remainingSeconds }: ImportProgress,
  t: TFunction,
  format: Formatter,
): string {
  const parts = [
    t('import.running.done', { share: `${format.count(percent)}%` }),
    t('import.running.rows', { done: format.count(done), total: format.count(total) }),
  ];
  if (remainingSeconds !== null) {
    parts.push(
      remainingSeconds < MINUTES_FROM
        ? t('import.running.secondsLeft', { seconds: format.count(remainingSeconds) })
        : t('import.running.minutesLeft', {
            minutes: format.count(Math.ceil(remainingSeconds / 60)),
          }),
    );
  } else if (done === total && total > 0) parts.push(t('import.running.finishing'));
  return parts.join(' · ');
}
