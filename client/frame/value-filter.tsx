import { Button, Combobox, Group, Text, useCombobox } from '@mantine/core';
import { memo, useState } from 'react';
import { dimension, type DimensionId } from '../../domain/dimensions.ts';
import type { DimensionValue } from '../api/dimensions.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { useTranslation } from '../i18n/use-translation.ts';
import { CheckIcon, ChevronIcon } from './icons.tsx';
import { matchingValues } from './matching-values.ts';
import { useFilters } from './use-filters.ts';
import { useFormatter } from './use-formatter.ts';

const MOST_OPTIONS = 100;

interface ValueFilterProps {
  readonly id: DimensionId;
  readonly values: readonly DimensionValue[];
}

/** Chooses values of one dimension from a searchable list with their numbers of hires. */
export function ValueFilter({ id, values }: ValueFilterProps) {
  const { selected, toggle } = useFilters();
  return <ValueChoice {...{ id, values, toggle }} chosen={selected[id] ?? []} />;
}

interface ValueChoiceProps extends ValueFilterProps {
  readonly chosen: readonly string[];
  readonly toggle: (id: DimensionId, value: string) => void;
}

function isSameChoice(before: ValueChoiceProps, after: ValueChoiceProps): boolean {
  return (
    before.id === after.id &&
    before.values === after.values &&
    before.toggle === after.toggle &&
    before.chosen.join('\n') === after.chosen.join('\n')
  );
}

const ValueChoice = memo(function ValueChoice({ id, values, chosen, toggle }: ValueChoiceProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const format = useFormatter();
  const [search, setSearch] = useState('');
  const combobox = useCombobox({
    onDropdownClose: () => {
      combobox.resetSelectedOption();
      combobox.focusTarget();
      setSearch('');
    },
    onDropdownOpen: () => combobox.focusSearchInput(),
  });
  const label = dimension(id).label[language];
  const options = matchingValues(values, search, language, MOST_OPTIONS);

  return (
    <Combobox
      store={combobox}
      width={300}
      withinPortal={false}
      keepMounted={false}
      position="bottom-start"
      shadow="md"
      onOptionSubmit={(option) => toggle(id, option.slice(1))}
    >
      <Combobox.Target targetType="button">
        <Button
          variant={chosen.length > 0 ? 'light' : 'default'}
          className="value-filter"
          justify="space-between"
          rightSection={<ChevronIcon size={16} />}
          onClick={() => combobox.toggleDropdown()}
        >
          {label}
          {chosen.length > 0 ? ` · ${format.count(chosen.length)}` : ''}
        </Button>
      </Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Search
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
          placeholder={t('filter.search')}
          aria-label={t('filter.searchIn', { name: label })}
        />
        <Combobox.Options
          aria-label={label}
          aria-multiselectable
          mah={320}
          style={{ overflowY: 'auto' }}
        >
          {options.map(({ value, name, hires }) => (
            <Combobox.Option key={value} value={`=${value}`} aria-selected={chosen.includes(value)}>
              <Group justify="space-between" wrap="nowrap" gap="sm">
                <Group gap={6} wrap="nowrap">
                  <span className="option-mark">
                    {chosen.includes(value) ? <CheckIcon size={14} /> : null}
                  </span>
                  <span>{name}</span>
                </Group>
                <Text span size="sm" c="dimmed">
                  {format.count(hires)}
                </Text>
              </Group>
            </Combobox.Option>
          ))}
          {options.length === 0 ? (
            <Combobox.Empty>{t('filter.nothingFound')}</Combobox.Empty>
          ) : null}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}, isSameChoice);
