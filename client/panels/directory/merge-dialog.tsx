import { Button, Group, Loader, Modal, Stack, Text } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Directory, KeptSide } from '../../../domain/directory/directories.ts';
import { mergeEntries, previewOptions, type DirectoryEntry } from '../../api/directory.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { ChoiceList } from '../import/choice-list.tsx';
import { Refusal } from '../import/refusal.tsx';
import { entryNames, searchEntries } from './entry-names.ts';
import { MergeClashes } from './merge-clashes.tsx';
import { MergeEffects } from './merge-effects.tsx';
import { useDirectoryAction } from './use-directory-action.ts';

const MOST_OPTIONS = 50;

interface MergeDialogProps {
  readonly directory: Directory;
  readonly entries: readonly DirectoryEntry[];
  readonly from: DirectoryEntry;
  readonly into: DirectoryEntry | null;
  readonly onChange: (from: number, into: number | null) => void;
  readonly onClose: () => void;
}

/** Says that one entry is the same as another: which, what that would do, and only then does it. */
export function MergeDialog(props: MergeDialogProps) {
  const { directory, entries, from, into, onChange, onClose } = props;
  const { t } = useTranslation();
  const language = useLanguage();
  const { name } = entryNames(from, language);
  const options = entries
    .filter(({ id }) => id !== from.id)
    .map((entry) => {
      const names = entryNames(entry, language);
      const label = names.other === null ? names.name : `${names.name} · ${names.other}`;
      return { value: String(entry.id), label };
    });
  return (
    <Modal opened onClose={onClose} withCloseButton={false} size="lg">
      <Stack gap="md">
        <Modal.Title>{t('directory.merging.title', { name })}</Modal.Title>
        <ChoiceList
          label={t(`directory.merging.into.${directory}`, { name })}
          placeholder={t('directory.merging.choose')}
          data={options}
          value={into === null ? null : String(into.id)}
          onChange={(value) => onChange(from.id, value === null ? null : Number(value))}
          filter={({ options: all, search }) => {
            const found = new Set(searchEntries(entries, search).map(({ id }) => String(id)));
            return all.filter((option) => 'value' in option && found.has(option.value));
          }}
          limit={MOST_OPTIONS}
          nothingFoundMessage={t('directory.nothingFound')}
          allowDeselect={false}
          searchable
          selectFirstOptionOnChange
          selectFirstOptionOnDropdownOpen
          openOnFocus={false}
          data-autofocus
        />
        {into === null ? (
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('directory.merging.cancel')}
            </Button>
          </Group>
        ) : (
          <MergeConfirmation
            key={`${from.id} ${into.id}`}
            {...{ directory, from, into, onChange, onClose }}
          />
        )}
      </Stack>
    </Modal>
  );
}

interface MergeConfirmationProps extends Omit<MergeDialogProps, 'entries' | 'into'> {
  readonly into: DirectoryEntry;
}

function MergeConfirmation(props: MergeConfirmationProps) {
  const { directory, from, into, onChange, onClose } = props;
  const { t } = useTranslation();
  const language = useLanguage();
  const [keep, setKeep] = useState<KeptSide | null>(null);
  const wish = { from: from.id, into: into.id, ...(keep === null ? {} : { keep }) };
  const { data: preview, error } = useQuery({
    ...previewOptions(directory, wish),
    placeholderData: keepPreviousData,
  });
  const merge = useDirectoryAction(() => mergeEntries(directory, wish), onClose);
  const names = { from: entryNames(from, language).name, into: entryNames(into, language).name };
  const undecided = preview === undefined || (preview.clashes.length > 0 && keep === null);
  return (
    <>
      {preview === undefined ? (
        error === null ? (
          <Loader size="sm" aria-label={t('directory.merging.loading')} />
        ) : (
          <Refusal title={t('directory.merging.refused')} error={error} />
        )
      ) : (
        <>
          <MergeEffects preview={preview} names={names} />
          <MergeClashes clashes={preview.clashes} names={names} keep={keep} onKeep={setKeep} />
        </>
      )}
      <Text size="sm" c="dimmed">
        {t('directory.merging.undoable')}
      </Text>
      <Refusal title={t('directory.merging.refused')} error={merge.error} />
      <Group justify="flex-end" gap="sm">
        <Button variant="subtle" mr="auto" onClick={() => onChange(into.id, from.id)}>
          {t('directory.merging.swap')}
        </Button>
        <Button variant="default" onClick={onClose}>
          {t('directory.merging.cancel')}
        </Button>
        <Button
          loading={merge.isPending}
          disabled={undecided}
          onClick={() => merge.mutate(undefined)}
        >
          {t('directory.merging.run')}
        </Button>
      </Group>
    </>
  );
}
