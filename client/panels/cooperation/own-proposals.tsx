import { Button, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { proposalsOptions, withdrawProposal } from '../../api/proposals.ts';
import { Failed } from '../../frame/panel-message.tsx';
import { Section } from '../../frame/section.tsx';
import { useMe } from '../../frame/use-me.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Refusal } from '../import/refusal.tsx';
import { ProposalForm } from './proposal-form.tsx';
import { ProposalLine } from './proposal-line.tsx';
import { useLedgerAction } from './use-ledger-action.ts';

/** The visits that the own school proposes, what became of them, and the way to propose one. */
export function OwnProposals() {
  const { t } = useTranslation();
  const me = useMe();
  const [writing, setWriting] = useState(false);
  const { data, error, refetch } = useQuery(proposalsOptions);
  const withdraw = useLedgerAction(withdrawProposal);
  const college = me?.scope.kind === 'school' ? me.scope.college?.id : undefined;
  return (
    <Section title={t('proposals.own')} lead={t('proposals.ownLead')}>
      <Stack gap="md">
        {error === null ? null : <Failed error={error} retry={() => void refetch()} />}
        <Refusal title={t('proposals.refused')} error={withdraw.error} />
        {data === undefined || data.rows.length === 0 ? (
          <Text c="dimmed">{t('proposals.none')}</Text>
        ) : (
          <ul className="due-list">
            {data.rows.map((proposal) => (
              <ProposalLine key={proposal.id} proposal={proposal} withSchool={false}>
                {proposal.state === 'open' && proposal.college?.id === college ? (
                  <Button
                    size="xs"
                    variant="default"
                    aria-label={t('proposals.withdrawOf', { topic: proposal.topic })}
                    onClick={() => withdraw.mutate(proposal)}
                  >
                    {t('proposals.withdraw')}
                  </Button>
                ) : null}
              </ProposalLine>
            ))}
          </ul>
        )}
        {writing ? (
          <ProposalForm onClose={() => setWriting(false)} />
        ) : (
          <Button style={{ alignSelf: 'start' }} onClick={() => setWriting(true)}>
            {t('proposals.propose')}
          </Button>
        )}
      </Stack>
    </Section>
  );
}
