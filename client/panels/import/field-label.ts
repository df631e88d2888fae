import type { Column } from '../../../domain/records/columns.ts';
import { foldLetters } from '../../../domain/records/fold-text.ts';
import { columnOf, type Kind } from '../../../domain/records/kinds.ts';
import type { Language } from '../../../domain/language.ts';

/** A field's name as people of a language say it: `Hired on`, `入职日期`. */
export function fieldLabel(column: Column, language: Language): string {
  if (language === 'zh') return column.aliases.zh[0] ?? column.field;
  const words = column.field.replaceAll('_', ' ').replace(/\bid\b/, 'ID');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** The same from a canonical header; a text that is no field of the kind stays as it is. */
export function labelOfField(kind: Kind, field: string, language: Language): string {
  const column = columnOf(kind, field);
  return column === null ? field : fieldLabel(column, language);
}

/** Whether a search means a field: by its canonical header or any of its names in either language. */
export function matchesField(column: Column, search: string): boolean {
  const sought = foldLetters(search);
  const names = [column.field, ...column.aliases.en, ...column.aliases.zh];
  return names.some((name) => foldLetters(name).includes(sought));
}
