import { Checkbox, Text, TextInput } from '@mantine/core';
import { isSamePromise } from '../../../domain/cooperation/confirmations.ts';
import type { LedgerPromise } from '../../api/cooperation.ts';
import { useFormatter } from '../../frame/use-formatter.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { ItemRows } from './item-rows.tsx';
import { LINK_LINES, PROMISE_LINES } from './list-lines.ts';

interface ListRowsProps {
  readonly label: string;
  /** The items, a line each. */
  readonly value: string;
  readonly onWrite: (lines: string) => void;
}

interface PromiseRowsProps extends ListRowsProps {
  /** The promises as they are stored, which tell what the school confirmed. */
  readonly stored: readonly LedgerPromise[];
}

/** Promises: what, by which office, until when, and whether it is kept. */
export function PromiseRows({ label, value, onWrite, stored }: PromiseRowsProps) {
  const { t } = useTranslation();
  const format = useFormatter();
  return (
    <ItemRows
      label={label}
      words={{
        one: (number) => t('ledger.form.promise', { number }),
        add: t('ledger.form.addPromise'),
        remove: (number) => t('ledger.form.removePromise', { number }),
      }}
      lines={PROMISE_LINES}
      value={value}
      onWrite={onWrite}
    >
      {(promise, change) => {
        const { confirmed_on: on = null } = stored.find((one) => isSamePromise(one, promise)) ?? {};
        return (
          <>
            <TextInput
              className="item-words"
              label={t('ledger.form.promised')}
              value={promise.text}
              onChange={({ currentTarget }) => change({ text: currentTarget.value })}
            />
            <TextInput
              label={t('ledger.form.owner')}
              value={promise.owner ?? ''}
              onChange={({ currentTarget }) => change({ owner: currentTarget.value })}
            />
            <TextInput
              type="date"
              label={t('ledger.form.dueOn')}
              value={promise.due_on ?? ''}
              onChange={({ currentTarget }) => change({ due_on: currentTarget.value })}
            />
            <Checkbox
              className="item-check"
              label={t('shared.kept')}
              checked={promise.done}
              onChange={({ currentTarget }) => change({ done: currentTarget.checked })}
            />
            {on === null ? null : (
              <Text size="sm" className="item-words">
                {t('ledger.form.confirmed', { day: format.date(on) })}
              </Text>
            )}
          </>
        );
      }}
    </ItemRows>
  );
}

/** Links to papers: what each is, and its web address. */
export function LinkRows({ label, value, onWrite }: ListRowsProps) {
  const { t } = useTranslation();
  return (
    <ItemRows
      label={label}
      words={{
        one: (number) => t('ledger.form.link', { number }),
        add: t('ledger.form.addLink'),
        remove: (number) => t('ledger.form.removeLink', { number }),
      }}
      lines={LINK_LINES}
      value={value}
      onWrite={onWrite}
    >
      {(link, change) => (
        <>
          <TextInput
            label={t('ledger.form.linkTitle')}
            value={link.title ?? ''}
            onChange={({ currentTarget }) => change({ title: currentTarget.value })}
          />
          <TextInput
            className="item-words"
            inputMode="url"
            label={t('ledger.form.address')}
            value={link.url}
            onChange={({ currentTarget }) => change({ url: currentTarget.value })}
          />
        </>
      )}
    </ItemRows>
  );
}
