import { DIMENSIONS, dimension } from '../../../domain/dimensions.ts';
import type { Language } from '../../../domain/language.ts';
import { REASONS } from '../../../domain/metrics/value.ts';
import { WITHHELD_BECAUSE, type WithheldBecause } from '../../../domain/releases/release.ts';
import type { PreviewFigure, PreviewRow, PreviewTable } from '../../api/releases.ts';
import { BLANK_NAME, nameIn } from '../../frame/named.ts';

type By = PreviewTable['by'][number];

/** What a table is divided by, in words; null for everybody together. */
export function divisionName(by: readonly By[], language: Language, recent: string): string | null {
  const named = by.map((one) =>
    one === 'last_three_years' ? recent : DIMENSIONS[one].label[language],
  );
  return named.length === 0 ? null : named.join(' · ');
}

/** One part of a row's key in words. */
function keyName(by: By, value: PreviewRow['key'][string] | undefined, language: Language): string {
  if (value === null || value === undefined) return BLANK_NAME[language];
  if (typeof value === 'object')
    return 'from' in value ? `${value.from}–${value.to}` : nameIn(language, value);
  const codes = by === 'last_three_years' ? undefined : dimension(by).codes;
  return codes?.[String(value)]?.[language] ?? String(value);
}

/** A row's key in words; null where the table has one row for everybody. */
export function rowName(
  { key }: Pick<PreviewRow, 'key'>,
  by: readonly By[],
  language: Language,
): string | null {
  const last = by.at(-1);
  return last === undefined ? null : keyName(last, key[last], language);
}

/** Why a figure is not there, or is an old one; null where nothing has to be said. */
export function reasonOf(
  { reason }: PreviewFigure,
  why: WithheldBecause | null | undefined,
  language: Language,
): string | null {
  if (why !== null && why !== undefined) return WITHHELD_BECAUSE[why][language];
  return reason === undefined ? null : REASONS[reason][language];
}
