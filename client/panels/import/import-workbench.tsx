import { Button, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { importOptions } from '../../api/imports.ts';
import { Failed } from '../../frame/panel-message.tsx';
import { PanelSkeleton } from '../../frame/panel-skeleton.tsx';
import { RequestError } from '../../api/request-error.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { ImportDraft } from './import-draft.tsx';
import { ImportOutcome } from './import-outcome.tsx';
import { ImportSection } from './import-section.tsx';
import { ImportStart } from './import-start.tsx';
import { isOver } from './import-status.ts';
import { useForgetOnCommit } from './use-forget-on-commit.ts';
import { useChosenImport } from './use-chosen-import.ts';

/** The import named in the address from file to commit; without one, where a new one begins. */
export function ImportWorkbench() {
  const { id } = useChosenImport();
  return id === null ? <ImportStart /> : <ChosenImport key={id} id={id} />;
}

function ChosenImport({ id }: { readonly id: number }) {
  const { t } = useTranslation();
  const { choose } = useChosenImport();
  const { data, error, refetch } = useQuery(importOptions(id));
  useForgetOnCommit(data?.status);
  const another = (
    <Button variant="default" onClick={() => choose(null)}>
      {t('import.another')}
    </Button>
  );
  if (error instanceof RequestError && error.status === 404) {
    return (
      <ImportSection title={t('import.unknown.title')}>
        <Stack align="flex-start">
          <Text>{t('import.unknown.text', { id })}</Text>
          {another}
        </Stack>
      </ImportSection>
    );
  }
  if (data === undefined) {
    return (
      <ImportSection title={t('import.file.title')}>
        {error === null ? (
          <PanelSkeleton shape="table" />
        ) : (
          <Failed error={error} retry={() => void refetch()} />
        )}
      </ImportSection>
    );
  }
  return isOver(data.status) ? (
    <ImportOutcome entry={data}>{another}</ImportOutcome>
  ) : (
    <ImportDraft entry={data} />
  );
}
