import { Button, Group, NumberInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readImport, type ImportDetail } from '../../api/imports.ts';
import { ChoiceList } from './choice-list.tsx';
import { DELIMITERS, DELIMITER_NAMES, delimiterOf } from './delimiters.ts';
import { Refusal } from './refusal.tsx';
import { useImportAction } from './use-import-action.ts';

interface ReadingFormProps {
  readonly entry: ImportDetail;
  readonly onReread: () => void;
}

/** Has a file read in another way: with another delimiter, or its header on another line. */
export function ReadingForm({ entry, onReread }: ReadingFormProps) {
  const { t } = useTranslation();
  const [delimiter, setDelimiter] = useState(delimiterOf(entry.delimiter));
  const [headerRow, setHeaderRow] = useState(entry.headerRow);
  const read = useImportAction(() => readImport(entry.id, { delimiter, headerRow }));
  const same = delimiter === entry.delimiter && headerRow === entry.headerRow;
  return (
    <details>
      <summary>{t('import.file.reread')}</summary>
      <Group align="flex-end" gap="sm" mt="sm">
        <ChoiceList
          label={t('import.file.delimiter')}
          data={DELIMITERS.map((value) => ({ value, label: t(DELIMITER_NAMES[value]) }))}
          value={delimiter}
          onChange={(value) => setDelimiter(delimiterOf(value))}
          allowDeselect={false}
        />
        <NumberInput
          label={t('import.file.headerRow')}
          min={1}
          allowDecimal={false}
          value={headerRow}
          onChange={(value) => setHeaderRow(typeof value === 'number' ? value : 1)}
        />
        <Button
          variant="default"
          disabled={same}
          loading={read.isPending}
          onClick={() => read.mutate(undefined, { onSuccess: onReread })}
        >
          {t('import.file.rereadRun')}
        </Button>
      </Group>
      <Refusal title={t('import.file.rereadRefused')} error={read.error} />
    </details>
  );
}
