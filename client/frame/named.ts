import { dimension, type DimensionId } from '../../domain/dimensions.ts';
import { isLeastDegree, LEAST_DEGREES } from '../../domain/records/least-degree.ts';
import type { Language } from '../../domain/language.ts';
import type { KeyValue } from '../api/figures.ts';

/** What stands in the place of a name that the data leaves blank. */
export const BLANK_NAME = { en: 'Not given', zh: '未填写' } as const satisfies Record<
  Language,
  string
>;

/** The name of something that has two, in one language. */
export function nameIn(
  language: Language,
  named: { readonly name: string; readonly nameZh: string | null },
): string {
  return language === 'zh' ? (named.nameZh ?? named.name) : named.name;
}

/** A dimension's value as people read it. */
export function keyName(id: DimensionId, value: KeyValue, language: Language): string {
  if (value === null) return BLANK_NAME[language];
  if (typeof value === 'object') return nameIn(language, value);
  if (id === 'degree' && isLeastDegree(value)) return LEAST_DEGREES[value][language];
  return dimension(id).codes?.[value]?.[language] ?? String(value);
}

/** A dimension's value as it stands in the address when it is filtered by. */
export function keyParameter(value: KeyValue): string {
  if (value === null) return '';
  return String(typeof value === 'object' ? value.id : value);
}
