import { TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

const PAUSE_MS = 300;
const LONGEST = 100;

interface RecordsSearchProps {
  /** What is searched for now. */
  readonly search: string;
  readonly onSearch: (search: string) => void;
}

/** Where one writes what to search for: it is searched for when the typing pauses. */
export function RecordsSearch({ search, onSearch }: RecordsSearchProps) {
  const { t } = useTranslation();
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
      label={t('records.search')}
      placeholder={t('records.searchHint')}
      maxLength={LONGEST}
      value={text}
      onChange={(event) => {
        setText(event.currentTarget.value);
        send(event.currentTarget.value);
      }}
    />
  );
}
