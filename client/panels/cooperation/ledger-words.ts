import type { Language } from '../../../domain/language.ts';
import { COOPERATION_KINDS, COOPERATION_STATUSES } from '../../../domain/records/enumerations.ts';
import type { LedgerEntry, LedgerNames } from '../../api/cooperation.ts';

/** A text of the ledger in the language of the page, where the deployment has a translation. */
export function saidIn(
  language: Language,
  names: LedgerNames,
  field: string,
  text: string | null,
): string {
  if (text === null) return '';
  return language === 'zh' ? (names[field]?.[text] ?? text) : text;
}

export const kindIn = (language: Language, { kind }: Pick<LedgerEntry, 'kind'>): string =>
  COOPERATION_KINDS[kind][language];

export const statusIn = (language: Language, { status }: Pick<LedgerEntry, 'status'>): string =>
  status === null ? '' : COOPERATION_STATUSES[status][language];
