import { Select, type SelectProps } from '@mantine/core';
import { useRef } from 'react';

/**
 * A select whose list stays within the page's main part and scrolls by itself, so that it is reached and read aloud
 * as the list of its input. Typing replaces the name of what is chosen: it searches at once.
 */
export function ChoiceList(props: SelectProps) {
  const input = useRef<HTMLInputElement>(null);
  const selectText = () => {
    if (document.activeElement === input.current) input.current?.select();
  };
  return (
    <Select
      ref={input}
      comboboxProps={{ withinPortal: false, keepMounted: false, shadow: 'md' }}
      withScrollArea={false}
      classNames={{ options: 'choice-options' }}
      onFocus={selectText}
      onClick={selectText}
      onOptionSubmit={() => window.requestAnimationFrame(selectText)}
      {...props}
    />
  );
}
