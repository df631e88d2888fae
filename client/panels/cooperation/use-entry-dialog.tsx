import './cooperation.css';
import { useState } from 'react';
import type { LedgerEntry } from '../../api/cooperation.ts';
import { EntryDialog } from './entry-dialog.tsx';
import type { Written } from './entry-form.ts';

type Open =
  | { readonly what: 'entry'; readonly entry: LedgerEntry }
  | { readonly what: 'new'; readonly given: Written };

/** The dialog of an entry, and the ways to open it. */
export function useEntryDialog() {
  const [open, setOpen] = useState<Open | null>(null);
  const close = () => setOpen(null);
  const entry = open?.what === 'entry' ? open.entry : null;
  const given = open?.what === 'new' ? open.given : {};
  return {
    pick: (picked: LedgerEntry) => setOpen({ what: 'entry', entry: picked }),
    add: (known: Written = {}) => setOpen({ what: 'new', given: known }),
    dialog:
      open === null ? null : (
        <EntryDialog
          key={entry === null ? JSON.stringify(given) : entry.id}
          entry={entry}
          given={given}
          onClose={close}
          onRemoved={close}
          onRenew={(known) => setOpen({ what: 'new', given: known })}
        />
      ),
  };
}
