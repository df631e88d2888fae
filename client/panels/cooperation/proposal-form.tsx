import { Button, Group, Stack, Textarea, TextInput, Title } from '@mantine/core';
import { useState } from 'react';
import { proposeVisit } from '../../api/proposals.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Refusal } from '../import/refusal.tsx';
import { useLedgerAction } from './use-ledger-action.ts';

const EMPTY = { topic: '', starts_on: '', ends_on: '', note: '' };

/** Proposes a visit: of what, on which day or in which days, and what else there is to say. */
export function ProposalForm({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const [said, setSaid] = useState(EMPTY);
  const propose = useLedgerAction(proposeVisit, onClose);
  const write =
    (field: keyof typeof EMPTY) =>
    ({ currentTarget: { value } }: { readonly currentTarget: { readonly value: string } }) =>
      setSaid((now) => ({ ...now, [field]: value }));
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        propose.mutate(said);
      }}
    >
      <Stack gap="sm" maw="34rem">
        <Title order={3} size="h5">
          {t('proposals.propose')}
        </Title>
        <TextInput
          required
          data-autofocus
          label={t('proposals.topic')}
          value={said.topic}
          onChange={write('topic')}
        />
        <Group gap="sm" grow>
          <TextInput
            required
            type="date"
            label={t('proposals.day')}
            value={said.starts_on}
            onChange={write('starts_on')}
          />
          <TextInput
            type="date"
            label={t('proposals.until')}
            value={said.ends_on}
            onChange={write('ends_on')}
          />
        </Group>
        <Textarea
          label={t('proposals.note')}
          description={t('proposals.noteHelp')}
          rows={3}
          value={said.note}
          onChange={write('note')}
        />
        <Refusal title={t('proposals.refused')} error={propose.error} />
        <Group gap="sm">
          <Button type="submit" loading={propose.isPending}>
            {t('proposals.send')}
          </Button>
          <Button variant="default" onClick={onClose}>
            {t('ledger.form.close')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
