import { TextInput } from '@mantine/core';
import type { Column } from '../../../domain/records/columns.ts';
import { choicesOf } from '../../../domain/records/choices.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { ChoiceList } from './choice-list.tsx';
import { fieldLabel } from './field-label.ts';

interface ConstantInputProps {
  readonly column: Column;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** The value of a field for all rows: chosen where the field has few values, else written. */
export function ConstantInput({ column, value, onChange }: ConstantInputProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const choices = choicesOf(column.kind);
  const shared = {
    label: t('import.constants.forAll', { name: fieldLabel(column, language) }),
    description: column.help[language],
    className: 'import-answer',
    required: column.required === true,
  };
  if (choices !== null) {
    const data = Object.entries(choices).map(([id, label]) => ({
      value: id,
      label: label[language],
    }));
    return (
      <ChoiceList
        {...shared}
        data={data}
        value={value === '' ? null : value}
        onChange={(next) => onChange(next ?? '')}
      />
    );
  }
  return (
    <TextInput
      {...shared}
      type={column.kind === 'date' ? 'date' : 'text'}
      placeholder={column.example}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
