import '../panels/panels.css';
import { useDocumentTitle } from '@mantine/hooks';
import { useTranslation } from '../i18n/use-translation.ts';
import { AnnexSheet } from '../panels/release/annex-sheet.tsx';
import { ReleaseGate } from '../panels/release/release-gate.tsx';

/** Numbers for the school's annual report on the employment of its graduates. */
export function AnnexPage() {
  const { t } = useTranslation();
  useDocumentTitle(`${t('nav.annex')} · Talentbridge`);
  return (
    <ReleaseGate title={t('nav.annex')}>
      {(release) => <AnnexSheet release={release} />}
    </ReleaseGate>
  );
}
