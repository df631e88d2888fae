import { Button, Group, Stack } from '@mantine/core';
import { KINDS } from '../../../domain/records/kinds.ts';
import { cancelImport, type ImportDetail } from '../../api/imports.ts';
import { useFormatter } from '../../frame/use-formatter.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { DELIMITER_NAMES, delimiterOf } from './delimiters.ts';
import { encodingName } from './encodings.ts';
import { FactList } from './fact-list.tsx';
import { ImportSection } from './import-section.tsx';
import { ReadingForm } from './reading-form.tsx';
import { Refusal } from './refusal.tsx';
import { useChosenImport } from './use-chosen-import.ts';
import { useImportAction } from './use-import-action.ts';

interface FileSectionProps {
  readonly entry: ImportDetail;
  /** Called after the file was read in another way; left out where that is not possible now. */
  readonly onReread?: () => void;
}

/** Which file the import is of and how it was read; where it can be cancelled. */
export function FileSection({ entry, onReread }: FileSectionProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const format = useFormatter();
  const { choose } = useChosenImport();
  const cancel = useImportAction(
    () => cancelImport(entry.id),
    () => choose(null),
  );
  const { fileName, kind, rows, encoding, delimiter, sheet } = entry;
  return (
    <ImportSection title={t('import.file.title')}>
      <Stack gap="md">
        <FactList
          facts={[
            { label: t('import.file.name'), value: fileName },
            { label: t('import.file.kind'), value: KINDS[kind].label[language] },
            { label: t('import.file.rows'), value: format.count(rows) },
            ...(sheet === null
              ? [
                  { label: t('import.file.encoding'), value: encodingName(encoding) },
                  {
                    label: t('import.file.delimiter'),
                    value: t(DELIMITER_NAMES[delimiterOf(delimiter)]),
                  },
                ]
              : [{ label: t('import.file.sheet'), value: sheet }]),
          ]}
        />
        {onReread === undefined ? null : <ReadingForm entry={entry} onReread={onReread} />}
        <Refusal title={t('import.file.cancelRefused')} error={cancel.error} />
        <Group>
          <Button variant="default" loading={cancel.isPending} onClick={() => cancel.mutate()}>
            {t('import.file.cancel')}
          </Button>
        </Group>
      </Stack>
    </ImportSection>
  );
}
