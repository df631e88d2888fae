import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { undoMerge, type Merge } from '../../api/directory.ts';
import { nameIn } from '../../frame/named.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Refusal } from '../import/refusal.tsx';
import { useDirectoryAction } from './use-directory-action.ts';

/** Makes two entries of one again after asking once; a refusal says what is in the way. */
export function UndoMergeButton({
  merge,
}: {
  readonly merge: Pick<Merge, 'id' | 'from' | 'into'>;
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  const [opened, setOpened] = useState(false);
  const undo = useDirectoryAction(
    () => undoMerge(merge.id),
    () => setOpened(false),
  );
  const close = () => {
    setOpened(false);
    undo.reset();
  };
  const names = { from: nameIn(language, merge.from), into: nameIn(language, merge.into) };
  return (
    <>
      <Button
        variant="default"
        size="xs"
        aria-label={t('directory.undo.of', names)}
        onClick={() => setOpened(true)}
      >
        {t('directory.undo.open')}
      </Button>
      <Modal opened={opened} onClose={close} withCloseButton={false} centered>
        <Stack gap="md">
          <Modal.Title>{t('directory.undo.title')}</Modal.Title>
          <Text>{t('directory.undo.text', names)}</Text>
          <Refusal title={t('directory.undo.refused')} error={undo.error} />
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={close} data-autofocus>
              {t('directory.undo.keep')}
            </Button>
            <Button loading={undo.isPending} onClick={() => undo.mutate(undefined)}>
              {t('directory.undo.run')}
            </Button>
          </Group>
        </Stack>
      </Modal>
    </>
  );
}
