import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { isRole, ROLE_IDS, ROLES, type Role } from '../../../domain/roles.ts';
import { dimensionsOptions, type DimensionValue } from '../../api/dimensions.ts';
import { entriesOptions } from '../../api/directory.ts';
import { nameIn } from '../../frame/named.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { useTranslation } from '../../i18n/use-translation.ts';

/** What somebody is, and for a dean where. */
export interface ChosenPlace {
  readonly role: Role;
  readonly schoolId: number | null;
  /** The one college of the school that a dean sees; null for the whole school. */
  readonly collegeId: number | null;
}

interface PlaceInputsProps {
  readonly value: ChosenPlace;
  readonly onChange: (place: ChosenPlace) => void;
}

/** Chooses a role, and for a dean the school or one of its colleges. */
export function PlaceInputs({ value, onChange }: PlaceInputsProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { data } = useQuery(dimensionsOptions);
  const schools = (data?.['school'] ?? []).filter(
    (one): one is DimensionValue & { id: number } => typeof one.id === 'number',
  );
  const { data: entries = [] } = useQuery(entriesOptions('schools'));
  const colleges = entries.find(({ id }) => id === value.schoolId)?.colleges ?? [];
  return (
    <>
      <NativeSelect
        label={t('people.role')}
        value={value.role}
        data={ROLE_IDS.toReversed().map((role) => ({ value: role, label: ROLES[role][language] }))}
        onChange={({ currentTarget }) => {
          if (!isRole(currentTarget.value)) return;
          const role = currentTarget.value;
          onChange({
            role,
            schoolId: role === 'dean' ? value.schoolId : null,
            collegeId: role === 'dean' ? value.collegeId : null,
          });
        }}
      />
      {value.role === 'dean' ? (
        <NativeSelect
          label={t('people.school')}
          value={String(value.schoolId ?? '')}
          required
          // No school is chosen by itself: it would be a dean of the wrong one.
          data={[
            ...(value.schoolId === null ? [{ value: '', label: t('people.chooseSchool') }] : []),
            ...schools.map((school) => ({
              value: String(school.id),
              label: nameIn(language, school),
            })),
          ]}
          onChange={({ currentTarget }) =>
            onChange({ ...value, schoolId: Number(currentTarget.value), collegeId: null })
          }
        />
      ) : null}
      {value.role === 'dean' && colleges.length > 0 ? (
        <NativeSelect
          label={t('people.college')}
          description={t('people.collegeRule')}
          value={String(value.collegeId ?? '')}
          data={[
            { value: '', label: t('people.wholeSchool') },
            ...colleges.map((college) => ({
              value: String(college.id),
              label: nameIn(language, college),
            })),
          ]}
          onChange={({ currentTarget }) =>
            onChange({
              ...value,
              collegeId: currentTarget.value === '' ? null : Number(currentTarget.value),
            })
          }
        />
      ) : null}
    </>
  );
}
