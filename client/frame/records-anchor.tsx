import { Anchor } from '@mantine/core';
import { createLink } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from '../i18n/use-translation.ts';
import type { SearchParameters } from './search-parameters.ts';

const LinkAnchor = createLink(Anchor<'a'>);

interface RecordsAnchorProps {
  /** Which records, as the Records page reads its address. */
  readonly search: SearchParameters;
  /** Whose record it is, where that is one person's. */
  readonly name?: string;
  readonly children: ReactNode;
}

/** The way to records. */
export function RecordsAnchor({ search, name, children }: RecordsAnchorProps) {
  const { t } = useTranslation();
  return (
    <LinkAnchor
      to="/records"
      search={search}
      size="sm"
      underline="always"
      {...(name === undefined ? {} : { title: t('actionRecords.open', { name }) })}
    >
      {children}
    </LinkAnchor>
  );
}
