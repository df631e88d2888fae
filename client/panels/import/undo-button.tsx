import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { undoImport, type ImportEntry } from '../../api/imports.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { forgetFigures } from './forget-figures.ts';
import { Refusal } from './refusal.tsx';
import { useImportAction } from './use-import-action.ts';

interface UndoButtonProps {
  readonly entry: Pick<ImportEntry, 'id' | 'fileName'>;
  readonly compact?: boolean;
}

/** Takes an import back after asking once; a refusal says which later imports are in the way. */
export function UndoButton({ entry, compact = false }: UndoButtonProps) {
  const { t } = useTranslation();
  const cache = useQueryClient();
  const [opened, setOpened] = useState(false);
  const undo = useImportAction(
    () => undoImport(entry.id),
    () => {
      setOpened(false);
      void forgetFigures(cache);
    },
  );
  const close = () => {
    setOpened(false);
    undo.reset();
  };
  return (
    <>
      <Button
        variant="default"
        size={compact ? 'xs' : 'sm'}
        aria-label={t('import.undo.of', { name: entry.fileName })}
        onClick={() => setOpened(true)}
      >
        {t('import.undo.open')}
      </Button>
      <Modal opened={opened} onClose={close} withCloseButton={false} centered>
        <Stack gap="md">
          <Modal.Title>{t('import.undo.title')}</Modal.Title>
          <Text>{t('import.undo.text', { name: entry.fileName })}</Text>
          <Refusal title={t('import.undo.refused')} error={undo.error} />
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={close} data-autofocus>
              {t('import.undo.keep')}
            </Button>
            <Button loading={undo.isPending} onClick={() => undo.mutate()}>
              {t('import.undo.run')}
            </Button>
          </Group>
        </Stack>
      </Modal>
    </>
  );
}
