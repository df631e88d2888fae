import { Button, Table } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from '../i18n/use-translation.ts';
import { useFormatter } from './use-formatter.ts';

interface RevocableRowProps {
  /** Something that opens a door for a while: a token, or an address of a calendar. */
  readonly opener: {
    readonly name: string;
    /** When it opens nothing any more, ISO. */
    readonly expiresAt: string;
    /** The last day it was used on, ISO; null where it never was. */
    readonly lastUsedOn: string | null;
  };
  /** More cells, after the name. */
  readonly children?: ReactNode;
  /** What the button does, in words that name the opener. */
  readonly revokeLabel: string;
  readonly onRevoke: () => void;
}

/** A row of a table of openers: name, end, last use, and a button that takes it back. */
export function RevocableRow({ opener, children, revokeLabel, onRevoke }: RevocableRowProps) {
  const { t } = useTranslation();
  const format = useFormatter();
  const { name, expiresAt, lastUsedOn } = opener;
  return (
    <Table.Tr>
      <Table.Th scope="row" fw={500}>
        {name}
      </Table.Th>
      {children}
      <Table.Td>{format.date(expiresAt.slice(0, 10))}</Table.Td>
      <Table.Td>{lastUsedOn === null ? t('tokens.never') : format.date(lastUsedOn)}</Table.Td>
      <Table.Td ta="end">
        <Button size="xs" variant="default" aria-label={revokeLabel} onClick={onRevoke}>
          {t('tokens.revoke')}
        </Button>
      </Table.Td>
    </Table.Tr>
  );
}
