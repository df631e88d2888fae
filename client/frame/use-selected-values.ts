import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { DIMENSION_IDS, dimension, type DimensionId } from '../../domain/dimensions.ts';
import { dimensionsOptions, type DimensionValues } from '../api/dimensions.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { BLANK_NAME, nameIn } from './named.ts';
import { useFilters } from './use-filters.ts';
import type { Language } from '../../domain/language.ts';

/** One selected value: its dimension, how it stands in the address, and its name. */
export interface SelectedValue {
  readonly dimension: DimensionId;
  readonly value: string;
  readonly name: string;
}

function nameOf(
  id: DimensionId,
  value: string,
  values: DimensionValues | undefined,
  language: Language,
): string {
  if (value === '') return BLANK_NAME[language];
  const { kind, codes } = dimension(id);
  if (kind === 'number') return value.replace('..', '–');
  const code = codes?.[value];
  if (code !== undefined) return code[language];
  const known = values?.[id]?.find((entry) => String(entry.id) === value);
  if (known !== undefined) return nameIn(language, known);
  return kind === 'entity' ? `#${value}` : value;
}

type Selected = Readonly<Partial<Record<DimensionId, readonly string[]>>>;

/** Everything that is filtered by, with names in the language of the page. */
export function useSelectedValues(): readonly SelectedValue[] {
  return useValuesOf(useFilters().selected);
}

/** The names of the values of some filters, one text for each dimension. */
export function useNamesOf(
  selected: Selected,
): { readonly label: string; readonly name: string }[] {
  const language = useLanguage();
  const values = useValuesOf(selected);
  return DIMENSION_IDS.flatMap((id) => {
    const names = values.filter((value) => value.dimension === id).map(({ name }) => name);
    return names.length === 0
      ? []
      : [{ label: dimension(id).label[language], name: names.join(', ') }];
  });
}

function useValuesOf(selected: Selected): readonly SelectedValue[] {
  const language = useLanguage();
  const { data } = useQuery(dimensionsOptions);
  return useMemo(
    () =>
      DIMENSION_IDS.flatMap((id) =>
        (selected[id] ?? []).map((value) => ({
          dimension: id,
          value,
          name: nameOf(id, value, data, language),
        })),
      ),
    [selected, data, language],
  );
}
