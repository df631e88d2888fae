import { Button, Group, Modal, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { acceptProposal, declineProposal, type VisitProposal } from '../../api/proposals.ts';
import { nameIn } from '../../frame/named.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Refusal } from '../import/refusal.tsx';
import { useLedgerAction } from './use-ledger-action.ts';

interface AnswerDialogProps {
  readonly proposal: VisitProposal;
  readonly answer: 'accept' | 'decline';
  readonly onClose: () => void;
}

/** Answers a visit that a school proposes: with the day on which it takes place, or with a reason why not. */
export function AnswerDialog({ proposal, answer, onClose }: AnswerDialogProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const [title, setTitle] = useState(proposal.topic);
  const [starts, setStarts] = useState(proposal.starts_on);
  const [ends, setEnds] = useState(proposal.ends_on ?? '');
  const [reason, setReason] = useState('');
  const settle = useLedgerAction(
    () =>
      answer === 'accept'
        ? acceptProposal(proposal, { title, starts_on: starts, ends_on: ends })
        : declineProposal(proposal, reason),
    onClose,
  );
  return (
    <Modal opened onClose={onClose} withCloseButton={false} size="lg" closeOnClickOutside={false}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          settle.mutate();
        }}
      >
        <Stack gap="md">
          <Modal.Title>
            {t(`proposals.${answer}Of`, {
              topic: proposal.topic,
              school: nameIn(language, proposal.school),
            })}
          </Modal.Title>
          {answer === 'accept' ? (
            <>
              <Text size="sm" c="dimmed">
                {t('proposals.acceptText')}
              </Text>
              <TextInput
                required
                data-autofocus
                label={t('ledger.column.title')}
                value={title}
                onChange={({ currentTarget: { value } }) => setTitle(value)}
              />
              <Group gap="sm" grow>
                <TextInput
                  required
                  type="date"
                  label={t('ledger.column.from')}
                  value={starts}
                  onChange={({ currentTarget: { value } }) => setStarts(value)}
                />
                <TextInput
                  type="date"
                  label={t('ledger.column.to')}
                  value={ends}
                  onChange={({ currentTarget: { value } }) => setEnds(value)}
                />
              </Group>
            </>
          ) : (
            <Textarea
              required
              data-autofocus
              label={t('proposals.reason')}
              description={t('proposals.reasonHelp')}
              rows={3}
              value={reason}
              onChange={({ currentTarget: { value } }) => setReason(value)}
            />
          )}
          <Refusal title={t('proposals.refused')} error={settle.error} />
          <Group gap="sm" justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('ledger.form.close')}
            </Button>
            <Button type="submit" loading={settle.isPending}>
              {t(`proposals.${answer}`)}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
