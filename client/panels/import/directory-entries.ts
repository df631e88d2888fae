import type { Language } from '../../../domain/language.ts';
import type { Unresolved } from '../../../domain/records/import-shapes.ts';
import type { DimensionValue } from '../../api/dimensions.ts';
import { nameIn } from '../../frame/named.ts';

type Suggestions = Unresolved['suggestions'];

interface Entry {
  readonly value: string;
  readonly label: string;
}

/** Every entry that a name can be the same as, by both its names; suggested ones have buttons of their own. */
export function directoryEntries(
  values: readonly DimensionValue[],
  suggestions: Suggestions,
  language: Language,
): Entry[] {
  const suggested = new Set(suggestions.map(({ id }) => id));
  return values.flatMap((value) => {
    const { id, name, nameZh } = value;
    if (typeof id !== 'number' || suggested.has(id)) return [];
    const shown = nameIn(language, value);
    const other = shown === name ? nameZh : name;
    return [{ value: String(id), label: other === null ? shown : `${shown} · ${other}` }];
  });
}

/** Suggested entries under their names in the language of the page, where those are known. */
export function suggestedNames(
  values: readonly DimensionValue[],
  suggestions: Suggestions,
  language: Language,
): { id: number; name: string }[] {
  const known = new Map(values.map((value) => [value.id, nameIn(language, value)]));
  return suggestions.map(({ id, name }) => ({ id, name: known.get(id) ?? name }));
}
