import { TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useEffect, useRef, useState } from 'react';

const PAUSE_MS = 300;
const LONGEST = 100;

interface RecordsSearchProps {
  /** What is searched for now. */
  readonly search: string;
  readonly onSearch: (search: string) => void;
  readonly label: string;
  readonly placeholder?: string;
}

/** Where one writes what to search for: it is searched for when the typing pauses. */
export function RecordsSearch({ search, onSearch, label, placeholder }: RecordsSearchProps) {
  const [text, setText] = useState(search);
  const sent = useRef(search);
  const send = useDebouncedCallback((next: string) => {
    sent.current = next.trim();
    onSearch(sent.current);
  }, PAUSE_MS);
  // The address may change by itself: back, a link, a saved view.
  useEffect(() => {
    if (search === sent.current) return;
    sent.current = search;
    setText(search);
  }, [search]);
  return (
    <TextInput
      type="search"
      className="records-search"
      label={label}
      {...(placeholder === undefined ? {} : { placeholder })}
      maxLength={LONGEST}
      value={text}
      onChange={(event) => {
        setText(event.currentTarget.value);
        send(event.currentTarget.value);
      }}
    />
  );
}
