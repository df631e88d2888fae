import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { dimensionsOptions } from '../api/dimensions.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { nameIn } from './named.ts';

/** A school of the directory as a page about it needs it. */
export interface KnownSchool {
  readonly id: number;
  readonly name: string;
  /** The ids of all other schools with a hire. */
  readonly others: readonly number[];
}

/** The school with an id; null where there is none, undefined before that is known. */
export function useSchool(schoolId: string): KnownSchool | null | undefined {
  const language = useLanguage();
  const { data } = useQuery(dimensionsOptions);
  return useMemo(() => {
    if (data === undefined) return undefined;
    const schools = data['school'] ?? [];
    const school = schools.find(({ id }) => String(id) === schoolId);
    if (school === undefined || typeof school.id !== 'number') return null;
    const others = schools.flatMap(({ id, hires }) =>
      typeof id === 'number' && id !== school.id && hires > 0 ? [id] : [],
    );
    return { id: school.id, name: nameIn(language, school), others };
  }, [data, language, schoolId]);
}
