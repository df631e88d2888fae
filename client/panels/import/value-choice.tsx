import { Text } from '@mantine/core';
import { choicesOf } from '../../../domain/records/choices.ts';
import type { Column } from '../../../domain/records/columns.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { ChoiceList } from './choice-list.tsx';
import { fieldLabel } from './field-label.ts';

interface ValueChoiceProps {
  readonly column: Column;
  readonly value: string;
  /** What else is known of the value. */
  readonly hint: string;
  readonly chosen: string | null;
  readonly onChange: (chosen: string | null) => void;
}

/** One value of a file, and the values of its field that it may mean. */
export function ValueChoice({ column, value, hint, chosen, onChange }: ValueChoiceProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const choices = Object.entries(choicesOf(column.kind) ?? {});
  return (
    <li className="name-choice">
      <Text mb={4}>
        <Text span fw={600}>
          {value}
        </Text>{' '}
        <Text span size="sm" c="dimmed">
          {fieldLabel(column, language)} · {hint}
        </Text>
      </Text>
      <ChoiceList
        size="xs"
        maw="20rem"
        aria-label={t('importValues.meaning', { value })}
        placeholder={t('importValues.placeholder')}
        data={choices.map(([id, label]) => ({ value: id, label: label[language] }))}
        value={chosen}
        onChange={onChange}
        clearable
        clearButtonProps={{ 'aria-label': t('importValues.clear', { value }) }}
      />
    </li>
  );
}
