import { Select, type SelectProps } from '@mantine/core';

/**
 * A select whose list stays within the page's main part and scrolls by itself, so that it is reached and read aloud
 * as the list of its input.
 */
export function ChoiceList(props: SelectProps) {
  return (
    <Select
      comboboxProps={{ withinPortal: false, shadow: 'md' }}
      withScrollArea={false}
      classNames={{ options: 'choice-options' }}
      {...props}
    />
  );
}
