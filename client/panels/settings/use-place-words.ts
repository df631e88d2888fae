import { useQuery } from '@tanstack/react-query';
import { ROLES } from '../../../domain/roles.ts';
import { entriesOptions } from '../../api/directory.ts';
import { nameIn } from '../../frame/named.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import type { ChosenPlace } from './place-inputs.tsx';

/** Says what somebody is: `Dean · Lanqi University · School of Physics`. */
export function usePlaceWords(): (place: ChosenPlace) => string {
  const language = useLanguage();
  const { data: entries = [] } = useQuery(entriesOptions('schools'));
  return ({ role, schoolId, collegeId }) => {
    const school = entries.find(({ id }) => id === schoolId);
    const college = school?.colleges.find(({ id }) => id === collegeId);
    const name = school?.fields['name'] ?? '';
    const shown = { id: schoolId ?? 0, name, nameZh: school?.fields['name_zh'] ?? null };
    return [
      ROLES[role][language],
      ...(school === undefined ? [] : [nameIn(language, shown)]),
      ...(college === undefined ? [] : [nameIn(language, college)]),
    ].join(' · ');
  };
}
