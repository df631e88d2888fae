import { Stack, Text, type ComboboxItem } from '@mantine/core';
import { columnOf, columnsOf, type Kind } from '../../../domain/records/kinds.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { ChoiceList } from './choice-list.tsx';
import { fieldLabel, matchesField } from './field-label.ts';
import type { MappingState } from './mapping-state.ts';

const IGNORE = '';

interface FieldSelectProps {
  readonly kind: Kind;
  readonly header: string;
  readonly state: MappingState;
  readonly onChange: (field: string | null) => void;
}

/** Chooses what a column of the file means; a field that another column gives already cannot be chosen. */
export function FieldSelect({ kind, header, state, onChange }: FieldSelectProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const takenBy = new Map(
    Object.entries(state.columns).flatMap(([other, field]): [string, string][] =>
      field === null || other === header ? [] : [[field, other]],
    ),
  );
  const fields = columnsOf(kind).map((column) => ({
    value: column.field,
    label: fieldLabel(column, language) + (column.required === true ? ' *' : ''),
    disabled: takenBy.has(column.field),
  }));
  const chosen = state.columns[header] ?? null;
  return (
    <ChoiceList
      aria-label={t('import.mapping.meaning', { name: header })}
      data={[{ value: IGNORE, label: t('import.mapping.ignore') }, ...fields]}
      value={chosen ?? IGNORE}
      onChange={(value) => onChange(value === null || value === IGNORE ? null : value)}
      className={chosen === null ? 'field-select ignored' : 'field-select'}
      allowDeselect={false}
      searchable
      selectFirstOptionOnChange
      nothingFoundMessage={t('import.mapping.noField')}
      filter={({ options, search }) =>
        options.filter(
          (option) => search.trim() === '' || ('value' in option && fits(kind, option, search)),
        )
      }
      renderOption={({ option }) => {
        const column = columnOf(kind, option.value);
        const other = takenBy.get(option.value);
        const hint =
          other === undefined ? column?.help[language] : t('import.mapping.taken', { name: other });
        return (
          <Stack gap={0}>
            <span>{option.label}</span>
            {hint === undefined ? null : (
              <Text span size="xs" c="dimmed">
                {hint}
              </Text>
            )}
          </Stack>
        );
      }}
    />
  );
}

function fits(kind: Kind, { value, label }: ComboboxItem, search: string): boolean {
  const column = columnOf(kind, value);
  if (column !== null && matchesField(column, search)) return true;
  return label.toLowerCase().includes(search.trim().toLowerCase());
}
