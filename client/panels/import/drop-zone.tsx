import { Text } from '@mantine/core';
import { useId, useState } from 'react';
import { useTranslation } from '../../i18n/use-translation.ts';

interface DropZoneProps {
  readonly busy: boolean;
  readonly onFile: (file: File) => void;
}

/** What is offered to choose from. An old workbook is too: the server says what to do about it. */
const ENDINGS = '.csv,.tsv,.txt,.xlsx,.xls';

/**
 * Takes one file. A file input without looks lies over the whole zone: the browser itself lets one drop a file
 * onto it, click it, or open it with the keyboard.
 */
export function DropZone({ busy, onFile }: DropZoneProps) {
  const { t } = useTranslation();
  const [over, setOver] = useState(false);
  const inputId = useId();
  return (
    <div className={over ? 'drop-zone over' : 'drop-zone'}>
      <Text component="label" htmlFor={inputId} fw={600}>
        {t(busy ? 'import.upload.busy' : 'import.upload.choose')}
      </Text>
      <Text size="sm" c="dimmed">
        {t('import.upload.accepts')}
      </Text>
      <input
        id={inputId}
        type="file"
        accept={ENDINGS}
        className="drop-zone-input"
        disabled={busy}
        onDragEnter={() => setOver(true)}
        onDragLeave={() => setOver(false)}
        onDrop={() => setOver(false)}
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          if (file !== undefined) onFile(file);
          // Otherwise the same file, corrected, could not be chosen again.
          event.currentTarget.value = '';
        }}
      />
    </div>
  );
}
