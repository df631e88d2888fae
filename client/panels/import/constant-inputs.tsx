import { Button, Group, Stack, Text } from '@mantine/core';
import { columnOf, columnsOf, type Kind } from '../../../domain/records/kinds.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { ChoiceList } from './choice-list.tsx';
import { ConstantInput } from './constant-input.tsx';
import { fieldLabel } from './field-label.ts';
import {
  mappedFields,
  unmappedRequired,
  withConstant,
  type MappingState,
} from './mapping-state.ts';

interface ConstantInputsProps {
  readonly kind: Kind;
  readonly state: MappingState;
  readonly onChange: (state: MappingState) => void;
}

/** Values that hold for every row: of required fields that no column gives, and of others on request. */
export function ConstantInputs({ kind, state, onChange }: ConstantInputsProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const mapped = mappedFields(state);
  const required = unmappedRequired(kind, state);
  const added = Object.keys(state.constants).flatMap((field) => {
    const column = columnOf(kind, field);
    return column === null || mapped.has(field) || required.includes(column) ? [] : [column];
  });
  const free = columnsOf(kind).filter(
    (column) => !mapped.has(column.field) && !required.includes(column) && !added.includes(column),
  );
  return (
    <Stack gap="sm">
      {required.length === 0 ? null : (
        <Text size="sm" fw={600}>
          {t('import.constants.missing')}
        </Text>
      )}
      {[...required, ...added].map((column) => (
        <Group
          key={column.field}
          align="flex-end"
          gap="xs"
          wrap="nowrap"
          className="import-constant"
        >
          <ConstantInput
            column={column}
            value={state.constants[column.field] ?? ''}
            onChange={(value) => onChange(withConstant(state, column.field, value))}
          />
          {required.includes(column) ? null : (
            <Button
              variant="default"
              aria-label={t('import.constants.removeOf', { name: fieldLabel(column, language) })}
              onClick={() => onChange(withConstant(state, column.field, null))}
            >
              {t('import.constants.remove')}
            </Button>
          )}
        </Group>
      ))}
      <ChoiceList
        label={t('import.constants.add')}
        placeholder={t('import.constants.addPlaceholder')}
        data={free.map((column) => ({ value: column.field, label: fieldLabel(column, language) }))}
        value={null}
        onChange={(field) => {
          if (field !== null) onChange(withConstant(state, field, ''));
        }}
        searchable
        className="import-answer"
      />
    </Stack>
  );
}
