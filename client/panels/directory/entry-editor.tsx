import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useState, type SubmitEvent } from 'react';
import { ENTRY_COLUMNS, type Directory } from '../../../domain/directory/directories.ts';
import { editEntry, type DirectoryEntry } from '../../api/directory.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { fieldLabel } from '../import/field-label.ts';
import { Refusal } from '../import/refusal.tsx';
import { AliasEditor } from './alias-editor.tsx';
import { entryNames } from './entry-names.ts';
import { useDirectoryAction } from './use-directory-action.ts';

interface EntryEditorProps {
  readonly directory: Directory;
  readonly entry: DirectoryEntry;
  readonly onClose: () => void;
}

/** The fields and other names of one entry, to be changed. */
export function EntryEditor({ directory, entry, onClose }: EntryEditorProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const [said, setSaid] = useState<Readonly<Record<string, string>>>({});
  const changed = Object.entries(said).filter(
    ([field, text]) => text.trim() !== (entry.fields[field] ?? ''),
  );
  const save = useDirectoryAction(
    () =>
      editEntry(
        directory,
        entry.id,
        Object.fromEntries(
          changed.map(([field, text]) => [field, text.trim() === '' ? null : text.trim()]),
        ),
      ),
    onClose,
  );
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (changed.length === 0) onClose();
    else save.mutate(undefined);
  };
  const { name } = entryNames(entry, language);
  return (
    <Modal opened onClose={onClose} withCloseButton={false} size="lg">
      <Stack gap="md">
        <Modal.Title>{t('directory.editor.title', { name })}</Modal.Title>
        <AliasEditor directory={directory} entry={entry} />
        <form onSubmit={submit}>
          <Stack gap="sm">
            {ENTRY_COLUMNS[directory].map((column) => (
              <TextInput
                key={column.field}
                label={fieldLabel(column, language)}
                description={column.help[language]}
                required={column.required === true}
                value={said[column.field] ?? entry.fields[column.field] ?? ''}
                onChange={({ currentTarget: { value } }) =>
                  setSaid((before) => ({ ...before, [column.field]: value }))
                }
              />
            ))}
            {entry.colleges.length === 0 ? null : (
              <Text size="sm">
                {t('directory.editor.colleges', {
                  names: entry.colleges
                    .map(({ name: en, nameZh }) => (language === 'zh' ? (nameZh ?? en) : en))
                    .join(' · '),
                })}
              </Text>
            )}
            <Refusal title={t('directory.refused')} error={save.error} />
            <Group justify="flex-end" gap="sm">
              <Button variant="default" onClick={onClose}>
                {t('directory.editor.close')}
              </Button>
              <Button type="submit" loading={save.isPending} disabled={changed.length === 0}>
                {t('directory.editor.save')}
              </Button>
            </Group>
          </Stack>
        </form>
      </Stack>
    </Modal>
  );
}
