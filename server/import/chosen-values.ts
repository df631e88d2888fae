import { choicesOf } from '../../domain/records/choices.ts';
import { foldWidth } from '../../domain/records/fold-text.ts';
import type { ChosenValues } from '../../domain/records/import-shapes.ts';
import { columnOf, type Kind } from '../../domain/records/kinds.ts';
import { refusal } from './refusal.ts';

/** Values are the same where they differ in case and width only: `#N/A` is not `N.A.`. */
function keyOf(raw: string): string {
  return foldWidth(raw).toLowerCase();
}

/**
 * What a person says that values of a file mean, by field and by the value as values are compared.
 * @throws AppError `invalid_input` for a field that may have any value, and for a value that it cannot have.
 */
export function chosenValues(kind: Kind, said: ChosenValues): ChosenValues {
  return Object.fromEntries(
    Object.entries(said).map(([field, values]) => {
      const choices = choicesOf(columnOf(kind, field)?.kind ?? 'text');
      if (choices === null) throw refusal('no_choices', { field });
      const wrong = Object.values(values).find((value) => !Object.hasOwn(choices, value));
      if (wrong !== undefined) {
        const known = Object.keys(choices).join(', ');
        throw refusal('no_such_choice', { field, value: wrong, known });
      }
      const folded = Object.entries(values).map(([raw, value]) => [keyOf(raw), value]);
      return [field, Object.fromEntries(folded)];
    }),
  );
}

/** What a text of a file means by what was chosen; the text itself where nothing was. */
export function meantBy(values: ChosenValues[string] | undefined, raw: string): string {
  if (values === undefined) return raw;
  const key = keyOf(raw);
  return Object.hasOwn(values, key) ? (values[key] ?? raw) : raw;
}

/** What was chosen before and now; null takes a choice back. */
export function withChosen(
  before: ChosenValues,
  now: Readonly<Record<string, Readonly<Record<string, string | null>>>>,
): ChosenValues {
  const next = new Map(Object.entries(before));
  for (const [field, values] of Object.entries(now)) {
    const changed = new Set(Object.keys(values).map(keyOf));
    const kept = Object.entries(next.get(field) ?? {}).filter(([raw]) => !changed.has(keyOf(raw)));
    const chosen = Object.entries(values).filter(
      (entry): entry is [string, string] => entry[1] !== null,
    );
    next.set(field, Object.fromEntries([...kept, ...chosen]));
  }
  return Object.fromEntries([...next].filter(([, values]) => Object.keys(values).length > 0));
}
