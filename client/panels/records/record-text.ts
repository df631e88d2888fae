import type { TFunction } from 'i18next';
import type { Language } from '../../../domain/language.ts';
import { KNOWN } from '../../../domain/records/hire.ts';
import { describedField, type RecordFieldId } from '../../../domain/records/record-fields.ts';
import type { Records, ShownRecord } from '../../api/records.ts';
import type { Formatter } from '../../../domain/formatter.ts';

type KnownWord = keyof typeof KNOWN;

const isKnownWord = (word: string): word is KnownWord => Object.hasOwn(KNOWN, word);

interface Writing {
  readonly names: Records['names'];
  readonly language: Language;
  readonly format: Formatter;
  readonly t: TFunction;
}

/** What stands in one field of a record, named and written in a language; empty where nothing is known. */
export function recordText(
  record: ShownRecord,
  id: RecordFieldId,
  { names, language, format, t }: Writing,
): string {
  const value = record[id] ?? null;
  if (value === null || value === '') return '';
  if (typeof value === 'boolean') return t(value ? 'records.yes' : 'records.no');
  const { kind, codes } = describedField(id);
  if (typeof value === 'number') {
    if (kind === 'money') return format.value('money', value);
    return kind === 'rating' ? format.value('rating', value) : String(value);
  }
  if (kind === 'date') return format.date(value);
  if (codes !== undefined) return codes[value]?.[language] ?? value;
  if (id === 'known') {
    const words = value.split(' ').filter(isKnownWord);
    return words.map((word) => t(`records.known.${word}`)).join(t('records.comma'));
  }
  return language === 'zh' ? (names[id]?.[value] ?? value) : value;
}
