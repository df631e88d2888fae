import { isoFromDay } from '../../domain/dates.ts';
import { AppError } from '../../domain/errors.ts';
import type { Language } from '../../domain/language.ts';
import { annexOf } from '../../domain/releases/annex.ts';
import {
  annexYears,
  usualAnnexYear,
  type AnnexSource,
} from '../../domain/releases/annex-source.ts';
import { annexHtml } from './annex-html.ts';
import type { PublishedPart } from './create-releases.ts';

export interface AnnexWish {
  /** The class; the latest one of which it is told how many were hired where left out. */
  readonly year?: number | undefined;
  readonly language: Language;
  /** What the company is called; null where nobody said. */
  readonly employer: string | null;
}

function sourceOf({ entry, head, part }: PublishedPart): AnnexSource {
  const { id, publishedAt, asOf } = entry;
  return { id, publishedAt, asOf: isoFromDay(asOf), ...head, ...part };
}

/**
 * The annual annex of a part of a release, as an HTML document.
 * @throws AppError `not_found` where the release does not speak of the class.
 */
export function writeAnnex(
  published: PublishedPart,
  { year: asked, language, employer }: AnnexWish,
): string {
  const source = sourceOf(published);
  const years = annexYears(source);
  const year = asked ?? usualAnnexYear(source);
  if (year === null || !years.includes(year)) {
    const known = { first: years.at(-1), last: years[0] };
    throw new AppError(
      'not_found',
      years.length === 0
        ? {
            en: 'The release does not speak of any class of this school or college.',
            zh: '该发布没有此学校或学院任何一届的数据。',
          }
        : {
            en: `The release does not speak of the class of ${year}: it has classes from ${known.first} to ${known.last}.`,
            zh: `该发布没有 ${year} 届的数据：现有 ${known.first} 至 ${known.last} 届。`,
          },
    );
  }
  return annexHtml(annexOf(source, { year, language, employer }));
}
