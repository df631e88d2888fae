import { Button, Group, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ledgerOptions } from '../../api/cooperation.ts';
import { proposalsOptions, type VisitProposal } from '../../api/proposals.ts';
import { nameIn } from '../../frame/named.ts';
import { Section } from '../../frame/section.tsx';
import { useFormatter } from '../../frame/use-formatter.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { AnswerDialog } from './answer-dialog.tsx';
import { saidIn } from './ledger-words.ts';
import { ProposalLine } from './proposal-line.tsx';
import { useLedgerView } from './use-ledger-view.ts';

const CONFIRMED_SHOWN = 5;
const ANSWERED_SHOWN = 3;

/** What schools say: visits they propose, to be answered, and promises they confirmed; nothing where none did. */
export function SchoolsSaySection() {
  const { t } = useTranslation();
  const language = useLanguage();
  const format = useFormatter();
  const { selected } = useLedgerView();
  const { school = [] } = selected;
  const ledger = useQuery(ledgerOptions({ school }));
  const { data } = useQuery(proposalsOptions);
  const [answered, setAnswered] = useState<{
    readonly proposal: VisitProposal;
    readonly answer: 'accept' | 'decline';
  } | null>(null);
  const all = (data?.rows ?? []).filter(
    (one) => school.length === 0 || school.includes(String(one.school.id)),
  );
  const open = all.filter(({ state }) => state === 'open');
  const closed = all.filter(({ state }) => state !== 'open').slice(0, ANSWERED_SHOWN);
  const names = ledger.data?.names ?? {};
  const confirmed = (ledger.data?.rows ?? [])
    .flatMap((entry) =>
      entry.promises.flatMap(({ confirmed_on: on, text }) =>
        on === null ? [] : [{ entry, on, text }],
      ),
    )
    .toSorted((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : 0))
    .slice(0, CONFIRMED_SHOWN);
  if (all.length + confirmed.length === 0) return null;
  return (
    <Section
      title={t('proposals.title')}
      lead={t('proposals.waiting', { n: format.count(open.length) })}
    >
      <ul className="due-list">
        {[...open, ...closed].map((proposal) => (
          <ProposalLine key={proposal.id} proposal={proposal} withSchool>
            {proposal.state === 'open' ? (
              <Group gap="xs">
                {(['accept', 'decline'] as const).map((answer) => (
                  <Button
                    key={answer}
                    size="xs"
                    variant={answer === 'accept' ? 'filled' : 'default'}
                    aria-label={t(`proposals.${answer}Of`, {
                      topic: proposal.topic,
                      school: nameIn(language, proposal.school),
                    })}
                    onClick={() => setAnswered({ proposal, answer })}
                  >
                    {t(`proposals.${answer}`)}
                  </Button>
                ))}
              </Group>
            ) : null}
          </ProposalLine>
        ))}
      </ul>
      {confirmed.length === 0 ? null : (
        <>
          <Title order={3} size="h5" mt="sm">
            {t('proposals.confirmed')}
          </Title>
          <ul className="due-list">
            {confirmed.map(({ entry, on, text }, index) => (
              <li key={index}>
                <Text size="sm" fw={500}>
                  {saidIn(language, names, 'promise', text)}
                </Text>
                <Text size="sm" c="dimmed">
                  {[
                    nameIn(language, entry.school),
                    saidIn(language, names, 'title', entry.title),
                    format.date(on),
                  ].join(' · ')}
                </Text>
              </li>
            ))}
          </ul>
        </>
      )}
      {answered === null ? null : (
        <AnswerDialog key={answered.proposal.id} {...answered} onClose={() => setAnswered(null)} />
      )}
    </Section>
  );
}
