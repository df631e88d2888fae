import { useRef, useState } from 'react';
import type { ChoiceOfValues, Names } from '../../../domain/records/import-shapes.ts';
import { chooseValues, mapImport, nameImport, type ImportDetail } from '../../api/imports.ts';
import { isOfCompany, useMe } from '../../frame/use-me.ts';
import { CommitSection } from './commit-section.tsx';
import { FileSection } from './file-section.tsx';
import { mappingRequest, mappingStateOf, sameMapping, type MappingState } from './mapping-state.ts';
import { MappingSection } from './mapping-section.tsx';
import { NO_NAMES, countChoices } from './name-state.ts';
import { NamesSection } from './names-section.tsx';
import { RunningSection } from './running-section.tsx';
import { isRunning } from './import-status.ts';
import { WaitingNames } from './waiting-names.tsx';
import { SummarySection } from './summary-section.tsx';
import { unlessStopped } from './unless-stopped.ts';
import { useImportAction } from './use-import-action.ts';
import { NO_VALUES, countValues, doubtedValues, settledValues } from './value-state.ts';
import { ValuesSection } from './values-section.tsx';

/** An import that is not committed yet. What was edited but not checked lives here. */
export function ImportDraft({ entry }: { readonly entry: ImportDetail }) {
  const { id, kind, summary } = entry;
  const isCompany = isOfCompany(useMe());
  const [edited, setEdited] = useState<MappingState | null>(null);
  const [choices, setChoices] = useState<Names>(NO_NAMES);
  const check = useImportAction((state: MappingState) =>
    mapImport(id, mappingRequest(kind, state)),
  );
  const [values, setValues] = useState<ChoiceOfValues>(NO_VALUES);
  const settle = useImportAction((names: Names) => nameImport(id, names));
  const choose = useImportAction((chosen: ChoiceOfValues) => chooseValues(id, chosen));

  const account = useRef<HTMLElement>(null);
  const showAccount = () => {
    account.current?.focus({ preventScroll: true });
    account.current?.scrollIntoView({ block: 'start' });
  };

  const saved = mappingStateOf(entry);
  const state = edited ?? saved;
  const changed = edited !== null && !sameMapping(kind, edited, saved);
  // A check that was refused leaves a draft with the account of the check before it.
  const outdated = changed || entry.status === 'draft';
  const busy = check.isPending || settle.isPending || choose.isPending;

  if (isRunning(entry.status) && !busy) {
    return (
      <>
        <FileSection entry={entry} />
        <RunningSection entry={entry} />
      </>
    );
  }
  return (
    <>
      <FileSection entry={entry} onReread={() => setEdited(null)} />
      <MappingSection
        entry={entry}
        state={state}
        onChange={setEdited}
        check={{
          busy: check.isPending,
          needed: summary === null || outdated,
          error: unlessStopped(check.error) ?? lastError(entry, ['draft']),
          run: () =>
            check.mutate(state, {
              onSuccess: () => {
                setEdited(null);
                window.requestAnimationFrame(showAccount);
              },
            }),
        }}
      />
      {summary === null ? null : (
        <SummarySection ref={account} entry={entry} summary={summary} stale={outdated || busy} />
      )}
      {summary === null ? null : !isCompany ? (
        <WaitingNames unresolved={summary.unresolved} />
      ) : (
        <NamesSection
          id={id}
          unresolved={summary.unresolved}
          settled={entry.names}
          choices={choices}
          onChange={setChoices}
          settle={{
            busy: settle.isPending,
            error: unlessStopped(settle.error),
            run: () =>
              settle.mutate(choices, {
                onSuccess: () => {
                  setChoices(NO_NAMES);
                  window.requestAnimationFrame(showAccount);
                },
              }),
          }}
        />
      )}
      {summary === null ? null : (
        <ValuesSection
          id={id}
          doubted={doubtedValues(kind, entry.columns, summary)}
          settled={settledValues(kind, entry.mapping?.values ?? {})}
          choices={values}
          onChange={setValues}
          settle={{
            busy: choose.isPending,
            error: unlessStopped(choose.error),
            run: () =>
              choose.mutate(values, {
                onSuccess: () => {
                  setValues(NO_VALUES);
                  window.requestAnimationFrame(showAccount);
                },
              }),
          }}
        />
      )}
      <CommitSection
        entry={entry}
        mappingChanged={outdated}
        namesChanged={countChoices(choices) > 0}
        valuesChanged={countValues(values) > 0}
        busy={busy}
        lastError={lastError(entry, ['failed', 'validated'])}
      />
    </>
  );
}

/** Why the last attempt failed, where the import is in a status that this left it in. */
function lastError(
  { status, error }: ImportDetail,
  statuses: readonly ImportDetail['status'][],
): Error | null {
  return statuses.includes(status) && error !== null ? new Error(error) : null;
}
