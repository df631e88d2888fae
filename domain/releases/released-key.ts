import { dimension } from '../dimensions.ts';
import type { Language } from '../language.ts';
import type { NamedEntry, ReleasedBy, ReleasedKeyValue } from './release.ts';

const BLANK = { en: 'Not given', zh: '未填写' } as const;

/** The name of something of a release in one language. */
export function releasedName(
  { name, nameZh }: Pick<NamedEntry, 'name' | 'nameZh'>,
  language: Language,
): string {
  return language === 'zh' ? (nameZh ?? name) : name;
}

/** What a row of a released table is of, by one of the things that the table is divided by. */
export function releasedKeyText(
  by: ReleasedBy,
  value: ReleasedKeyValue | undefined,
  language: Language,
): string {
  if (value === null || value === undefined) return BLANK[language];
  if (typeof value === 'object')
    return 'from' in value ? `${value.from}–${value.to}` : releasedName(value, language);
  const codes = by === 'last_three_years' ? undefined : dimension(by).codes;
  return codes?.[String(value)]?.[language] ?? String(value);
}
