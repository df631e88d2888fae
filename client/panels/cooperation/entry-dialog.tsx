import { Button, Group, Modal, Stack } from '@mantine/core';
import { useState, type SubmitEvent } from 'react';
import { dayFromIso, isoFromDay } from '../../../domain/dates.ts';
import {
  addEntry,
  changeEntry,
  removeEntry,
  type Changed,
  type EntryChange,
  type LedgerEntry,
} from '../../api/cooperation.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Refusal } from '../import/refusal.tsx';
import { ClashTable } from './clash-table.tsx';
import { EntryFields } from './entry-fields.tsx';
import { changeOf, clashesOf, writtenOf, type Clash, type Written } from './entry-form.ts';
import { useDirectoryAction } from '../directory/use-directory-action.ts';

/** What a dialog is about: an entry, or one to be made from what is known of it. */
export interface EntryDialogProps {
  readonly entry: LedgerEntry | null;
  readonly given: Written;
  readonly onClose: () => void;
  readonly onRemoved: (entry: LedgerEntry) => void;
  readonly onRenew: (given: Written) => void;
}

/** What a renewed agreement begins with: the day after the old one ends. */
function renewalOf(entry: LedgerEntry): Written {
  const { school, college, kind, title, contact_role: role, shared } = writtenOf(entry);
  const end = dayFromIso(entry.ends_on ?? '');
  return {
    school: school ?? '',
    college: college ?? '',
    kind: kind ?? '',
    title: title ?? '',
    contact_role: role ?? '',
    shared: shared ?? 'no',
    status: 'planned',
    ...(end === null ? {} : { starts_on: isoFromDay(end + 1) }),
  };
}

/** Makes an entry of the ledger, changes, ends or deletes one. Who comes second sees both versions and loses nothing. */
export function EntryDialog({ entry, given, onClose, onRemoved, onRenew }: EntryDialogProps) {
  const { t } = useTranslation();
  const [base, setBase] = useState(entry);
  const [said, setSaid] = useState<Written>(given);
  const [clashes, setClashes] = useState<readonly Clash[]>([]);
  const before = writtenOf(base);
  const change = changeOf(said, before);
  const meet = (outcome: Changed, done: (entry: LedgerEntry) => void) => {
    if (outcome.kind === 'done') {
      done(outcome.entry);
      return;
    }
    setClashes(clashesOf(before, writtenOf(outcome.current), said));
    setBase(outcome.current);
  };
  const save = useDirectoryAction(
    async (json: EntryChange): Promise<Changed> =>
      base === null ? { kind: 'done', entry: await addEntry(json) } : changeEntry(base, json),
    (outcome) => meet(outcome, onClose),
  );
  const remove = useDirectoryAction(removeEntry, (outcome) => meet(outcome, onRemoved));
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (Object.keys(change).length === 0) onClose();
    else save.mutate(change);
  };
  const write = (field: string, text: string) => setSaid((now) => ({ ...now, [field]: text }));
  return (
    <Modal opened onClose={onClose} withCloseButton={false} size="xl" closeOnClickOutside={false}>
      <form onSubmit={submit}>
        <Stack gap="md">
          <Modal.Title>
            {base === null ? t('ledger.form.add') : t('ledger.form.edit', { name: base.title })}
          </Modal.Title>
          <ClashTable
            clashes={clashes}
            onTake={(field) => {
              setSaid((now) =>
                Object.fromEntries(Object.entries(now).filter(([one]) => one !== field)),
              );
              setClashes((now) =>
                now.map((one) => (one.field === field ? { ...one, mine: null } : one)),
              );
            }}
          />
          <EntryFields entry={base} written={{ ...before, ...said }} onWrite={write} />
          <Refusal title={t('ledger.form.refused')} error={save.error ?? remove.error} />
          <Group gap="sm" justify="flex-end">
            {base === null ? null : (
              <Group gap="sm" mr="auto">
                <Button
                  variant="subtle"
                  color="red"
                  loading={remove.isPending}
                  onClick={() => remove.mutate(base)}
                >
                  {t('ledger.form.delete')}
                </Button>
                {base.status === 'ended' ? null : (
                  <Button
                    variant="default"
                    onClick={() => save.mutate({ ...change, status: 'ended' })}
                  >
                    {t('ledger.form.end')}
                  </Button>
                )}
                {base.kind === 'agreement' ? (
                  <Button variant="default" onClick={() => onRenew(renewalOf(base))}>
                    {t('ledger.form.renew')}
                  </Button>
                ) : null}
              </Group>
            )}
            <Button variant="default" onClick={onClose}>
              {t('ledger.form.close')}
            </Button>
            <Button type="submit" loading={save.isPending}>
              {t('ledger.form.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
