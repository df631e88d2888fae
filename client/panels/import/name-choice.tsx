import { Button, Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Choice, Unresolved } from '../../../domain/records/import-shapes.ts';
import { dimensionsOptions } from '../../api/dimensions.ts';
import { CheckIcon } from '../../frame/icons.tsx';
import { useLanguage } from '../../i18n/use-language.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { ChoiceList } from './choice-list.tsx';
import { directoryEntries, suggestedNames } from './directory-entries.ts';
import type { NameKind } from './name-state.ts';

const MOST_OPTIONS = 50;

interface NameChoiceProps {
  readonly kind: NameKind;
  readonly name: string;
  /** What else is known of the name. */
  readonly hint: string | null;
  readonly suggestions: Unresolved['suggestions'];
  readonly choice: Choice | null;
  readonly onChange: (choice: Choice | null) => void;
}

/** One unknown name: the entries it may mean, a search in all of them, or a new entry. */
export function NameChoice(props: NameChoiceProps) {
  const { kind, name, hint, suggestions, choice, onChange } = props;
  const { t } = useTranslation();
  const { data } = useQuery(dimensionsOptions);
  const language = useLanguage();
  const values = data?.[kind] ?? [];
  const searched = typeof choice === 'number' && !suggestions.some(({ id }) => id === choice);
  const option = (value: Choice, label: string) => (
    <Button
      key={value}
      size="xs"
      variant={choice === value ? 'filled' : 'default'}
      aria-pressed={choice === value}
      leftSection={choice === value ? <CheckIcon size={14} /> : null}
      onClick={() => onChange(choice === value ? null : value)}
      className="name-option"
    >
      {label}
    </Button>
  );
  return (
    <li className="name-choice">
      <fieldset>
        <legend>
          <Text span fw={600}>
            {name}
          </Text>{' '}
          <Text span size="sm" c="dimmed">
            {hint}
          </Text>
        </legend>
        <Group gap="xs">
          {suggestedNames(values, suggestions, language).map((suggested) =>
            option(suggested.id, t('import.names.same', { name: suggested.name })),
          )}
          <ChoiceList
            size="xs"
            aria-label={t(`import.names.search.${kind}`, { name })}
            placeholder={t(`import.names.searchPlaceholder.${kind}`)}
            data={directoryEntries(values, suggestions, language)}
            value={searched ? String(choice) : null}
            onChange={(value) => onChange(value === null ? null : Number(value))}
            limit={MOST_OPTIONS}
            nothingFoundMessage={t('import.names.nothingFound')}
            searchable
            clearable
            clearButtonProps={{ 'aria-label': t('import.names.clear', { name }) }}
          />
          {option('new', t(`import.names.new.${kind}`))}
        </Group>
      </fieldset>
    </li>
  );
}
