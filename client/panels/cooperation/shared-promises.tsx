import { Badge, Button, Group, Text } from '@mantine/core';
import {
  confirmPromise,
  type LedgerEntry,
  type LedgerNames,
  type LedgerPromise,
} from '../../api/cooperation.ts';
import { Section } from '../../frame/section.tsx';
import { useFormatter } from '../../frame/use-formatter.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Refusal } from '../import/refusal.tsx';
import { saidIn } from './ledger-words.ts';
import type { SharedProps } from './shared-ledger.tsx';
import { useLedgerAction } from './use-ledger-action.ts';

interface Given {
  readonly entry: LedgerEntry;
  readonly promise: LedgerPromise;
}

/** Open ones first, the one that is due first before the others; those without a day last. */
function inOrder(entries: readonly LedgerEntry[]): Given[] {
  const all = entries.flatMap((entry) => entry.promises.map((promise) => ({ entry, promise })));
  const rank = ({ promise }: Given) =>
    `${promise.confirmed_on === null ? 0 : 1} ${promise.done ? 1 : 0} ${promise.due_on ?? '9999'}`;
  return all.toSorted((a, b) => (rank(a) < rank(b) ? -1 : rank(a) > rank(b) ? 1 : 0));
}

/** What company and school promised each other; the school confirms what was kept. */
export function SharedPromises({ entries, names, ready }: SharedProps) {
  const { t } = useTranslation();
  const confirm = useLedgerAction(({ entry, promise }: Given) => confirmPromise(entry, promise));
  const given = inOrder(entries);
  if (!ready) return null;
  return (
    <Section title={t('shared.promises')} lead={t('shared.promisesLead')}>
      <Refusal title={t('shared.confirmRefused')} error={confirm.error} />
      {given.length === 0 ? (
        <Text c="dimmed">{t('shared.noPromises')}</Text>
      ) : (
        <ul className="due-list">
          {given.map((one, index) => (
            <PromiseLine
              key={index}
              {...one}
              names={names}
              busy={confirm.isPending}
              onConfirm={() => confirm.mutate(one)}
            />
          ))}
        </ul>
      )}
    </Section>
  );
}

interface PromiseLineProps extends Given {
  readonly names: LedgerNames;
  readonly busy: boolean;
  readonly onConfirm: () => void;
}

function PromiseLine({ entry, promise, names, busy, onConfirm }: PromiseLineProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const format = useFormatter();
  const text = saidIn(language, names, 'promise', promise.text);
  const about = [
    saidIn(language, names, 'contact_role', promise.owner),
    promise.due_on === null ? '' : t('shared.due', { day: format.date(promise.due_on) }),
    saidIn(language, names, 'title', entry.title),
  ];
  return (
    <li>
      <Group gap="sm" justify="space-between">
        <div>
          <Text size="sm" fw={500}>
            {text}
          </Text>
          <Text size="sm" c="dimmed">
            {about.filter((part) => part !== '').join(' · ')}
          </Text>
        </div>
        {promise.confirmed_on === null ? (
          <Group gap="sm">
            {promise.done ? (
              <Badge variant="default" radius="sm">
                {t('shared.kept')}
              </Badge>
            ) : null}
            <Button
              size="xs"
              variant="default"
              disabled={busy}
              aria-label={t('shared.confirmOf', { text })}
              onClick={onConfirm}
            >
              {t('shared.confirm')}
            </Button>
          </Group>
        ) : (
          <Text size="sm">{t('shared.confirmed', { day: format.date(promise.confirmed_on) })}</Text>
        )}
      </Group>
    </li>
  );
}
