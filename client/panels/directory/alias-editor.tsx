import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useState, type SubmitEvent } from 'react';
import type { Directory } from '../../../domain/directory/directories.ts';
import { addAlias, removeAlias, type DirectoryEntry } from '../../api/directory.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Refusal } from '../import/refusal.tsx';
import { AliasList } from './alias-list.tsx';
import { useDirectoryAction } from './use-directory-action.ts';

interface AliasEditorProps {
  readonly directory: Directory;
  readonly entry: DirectoryEntry;
}

/** Adds and removes other names of an entry; each at once. */
export function AliasEditor({ directory, entry: { id, aliases } }: AliasEditorProps) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const [refused, setRefused] = useState<Error | null>(null);
  const add = useDirectoryAction((name: string) => addAlias(directory, id, name));
  const remove = useDirectoryAction((alias: string) => removeAlias(directory, id, alias));
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const name = text.trim();
    if (name === '') return;
    setText('');
    setRefused(null);
    // The next name can be typed and sent meanwhile: what is refused comes back only into an empty field.
    add.mutateAsync(name).catch((error: Error) => {
      setRefused(error);
      setText((typed) => (typed === '' ? name : typed));
    });
  };
  return (
    <Stack gap="xs">
      <Text size="sm" fw={500}>
        {t('directory.alias.title')}
      </Text>
      {aliases.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('directory.alias.none')}
        </Text>
      ) : (
        <AliasList aliases={aliases} onRemove={(alias) => remove.mutate(alias)} />
      )}
      <form onSubmit={submit}>
        <Group gap="xs" align="flex-end">
          <TextInput
            flex={1}
            label={t('directory.alias.new')}
            description={t('directory.alias.help')}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
          <Button type="submit" variant="default" aria-busy={add.isPending}>
            {t('directory.alias.add')}
          </Button>
        </Group>
      </form>
      <Refusal title={t('directory.refused')} error={refused ?? remove.error} />
    </Stack>
  );
}
