import { Button, Group, NumberInput } from '@mantine/core';
import { useState } from 'react';
import { readImport, type ImportDetail } from '../../api/imports.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { ChoiceList } from './choice-list.tsx';
import { DELIMITERS, DELIMITER_NAMES, delimiterOf } from './delimiters.ts';
import { ENCODING_CHOICES } from './encodings.ts';
import { changedReading, readingOf, type ReadingChoice } from './reading-state.ts';
import { Refusal } from './refusal.tsx';
import { useImportAction } from './use-import-action.ts';

interface ReadingFormProps {
  readonly entry: ImportDetail;
  readonly onReread: () => void;
}

/** A choice list knows only texts: this one stands for no decimal mark. */
const UNSAID = 'unsaid';

/** Has a file read in another way; the columns below, with what they hold, are then those of the other reading. */
export function ReadingForm({ entry, onReread }: ReadingFormProps) {
  const { t } = useTranslation();
  const [edited, setEdited] = useState<Partial<ReadingChoice>>({});
  const before = readingOf(entry);
  const { encoding, delimiter, headerRow, sheet, decimal } = { ...before, ...edited };
  const change = changedReading(before, edited);
  const edit = (part: Partial<ReadingChoice>) => setEdited({ ...edited, ...part });
  const read = useImportAction(() => readImport(entry.id, change));
  return (
    <details>
      <summary>{t('import.file.reread')}</summary>
      <Group align="flex-end" gap="sm" mt="sm">
        {sheet === null ? (
          <>
            <ChoiceList
              label={t('import.file.encoding')}
              data={ENCODING_CHOICES}
              value={encoding}
              onChange={(value) => edit({ encoding: value ?? encoding })}
              allowDeselect={false}
            />
            <ChoiceList
              label={t('import.file.delimiter')}
              data={DELIMITERS.map((value) => ({ value, label: t(DELIMITER_NAMES[value]) }))}
              value={delimiter}
              onChange={(value) => edit({ delimiter: delimiterOf(value) })}
              allowDeselect={false}
            />
          </>
        ) : (
          <ChoiceList
            label={t('import.file.sheet')}
            data={entry.sheets}
            value={sheet}
            onChange={(value) => edit({ sheet: value ?? sheet })}
            allowDeselect={false}
          />
        )}
        <NumberInput
          label={t('import.file.headerRow')}
          min={1}
          allowDecimal={false}
          value={headerRow}
          onChange={(value) => edit({ headerRow: typeof value === 'number' ? value : 1 })}
        />
        <ChoiceList
          label={t('import.questions.decimal')}
          data={[
            { value: UNSAID, label: t('import.file.decimalUnsaid') },
            { value: '.', label: t('import.questions.decimalAnswer.point') },
            { value: ',', label: t('import.questions.decimalAnswer.comma') },
          ]}
          value={decimal ?? UNSAID}
          onChange={(value) => edit({ decimal: value === '.' || value === ',' ? value : null })}
          allowDeselect={false}
        />
        <Button
          variant="default"
          disabled={Object.keys(change).length === 0}
          loading={read.isPending}
          onClick={() =>
            read.mutate(undefined, {
              onSuccess: () => {
                setEdited({});
                onReread();
              },
            })
          }
        >
          {t('import.file.rereadRun')}
        </Button>
      </Group>
      <Refusal title={t('import.file.rereadRefused')} error={read.error} />
    </details>
  );
}
