import { Anchor, Group, Loader, SegmentedControl, Stack } from '@mantine/core';
import { useState } from 'react';
import { KIND_IDS, KINDS, type Kind } from '../../../domain/records/kinds.ts';
import { templateUrl, uploadImport } from '../../api/imports.ts';
import { isOfCompany, useMe } from '../../frame/use-me.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { DropZone } from './drop-zone.tsx';
import { ImportSection } from './import-section.tsx';
import { Refusal } from './refusal.tsx';
import { useChosenImport } from './use-chosen-import.ts';
import { useImportAction } from './use-import-action.ts';

/** Where an import begins: which kind of records, and the file. */
export function ImportStart() {
  const { t } = useTranslation();
  const language = useLanguage();
  const { choose } = useChosenImport();
  const isCompany = isOfCompany(useMe());
  const [chosen, setKind] = useState<Kind>('hires');
  // A school uploads its own graduates.
  const kind = isCompany ? chosen : 'cohorts';
  const upload = useImportAction(
    (file: File) => uploadImport(kind, file),
    ({ id }) => choose(id),
  );
  const kinds = KIND_IDS.map((value) => ({ value, label: KINDS[value].label[language] }));
  return (
    <ImportSection title={t('import.upload.title')} lead={t(`import.upload.about.${kind}`)}>
      <Stack gap="md" align="stretch">
        {isCompany ? (
          <SegmentedControl<Kind>
            aria-label={t('import.upload.kind')}
            data={kinds}
            value={kind}
            onChange={setKind}
            disabled={upload.isPending}
            className="import-kinds"
          />
        ) : null}
        <DropZone busy={upload.isPending} onFile={(file) => upload.mutate(file)} />
        {upload.isPending ? <Loader type="dots" aria-label={t('import.upload.busy')} /> : null}
        <Refusal title={t('import.upload.refused')} error={upload.error} />
        <Group gap="lg">
          <Anchor size="sm" href={templateUrl(kind, 'csv', language)} download underline="always">
            {t('import.upload.template')}
          </Anchor>
          <Anchor size="sm" href={templateUrl(kind, 'xlsx', language)} download underline="always">
            {t('import.upload.templateExcel')}
          </Anchor>
        </Group>
      </Stack>
    </ImportSection>
  );
}
