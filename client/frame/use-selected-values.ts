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

/** Everything that is filtered by, with names in the language of the page. */
export function useSelectedValues(): readonly SelectedValue[] {
  const { selected } = useFilters();
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
