import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Refusal } from '../import/refusal.tsx';
import { useReleaseAction } from './use-release-action.ts';

interface ConfirmedActionProps {
  /** On the button that asks. */
  readonly open: string;
  readonly label?: string;
  readonly disabled?: boolean;
  readonly isMain?: boolean;
  readonly title: string;
  readonly text: string;
  /** On the button that does it, and over why it could not be done. */
  readonly run: string;
  readonly refused: string;
  readonly act: () => Promise<void>;
}

/** Something about releases that is done only after asking once. */
export function ConfirmedAction(props: ConfirmedActionProps) {
  const { t } = useTranslation();
  const [opened, setOpened] = useState(false);
  const action = useReleaseAction(props.act, () => setOpened(false));
  const close = () => {
    setOpened(false);
    action.reset();
  };
  return (
    <>
      <Button
        variant={props.isMain === true ? 'filled' : 'default'}
        size={props.isMain === true ? 'sm' : 'xs'}
        disabled={props.disabled === true}
        aria-label={props.label ?? props.open}
        onClick={() => setOpened(true)}
      >
        {props.open}
      </Button>
      <Modal opened={opened} onClose={close} withCloseButton={false} centered>
        <Stack gap="md">
          <Modal.Title>{props.title}</Modal.Title>
          <Text>{props.text}</Text>
          <Refusal title={props.refused} error={action.error} />
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={close} data-autofocus>
              {t('releases.cancel')}
            </Button>
            <Button loading={action.isPending} onClick={() => action.mutate()}>
              {props.run}
            </Button>
          </Group>
        </Stack>
      </Modal>
    </>
  );
}
