import { Select, type SelectProps } from '@mantine/core';
import type { SyntheticEvent } from 'react';

/** Typing replaces the name of what is chosen, so that it searches at once. */
function selectText(event: SyntheticEvent<HTMLInputElement>): void {
  event.currentTarget.select();
}

/**
 * A select whose list stays within the page's main part and scrolls by itself, so that it is reached and read aloud
 * as the list of its input.
 */
export function ChoiceList(props: SelectProps) {
  return (
    <Select
      comboboxProps={{ withinPortal: false, keepMounted: false, shadow: 'md' }}
      withScrollArea={false}
      classNames={{ options: 'choice-options' }}
      onFocus={selectText}
      onClick={selectText}
      {...props}
    />
  );
}
