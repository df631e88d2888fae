import type { ImportDetail } from '../../api/imports.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { ImportSection } from './import-section.tsx';
import { ProgressLine } from './progress-line.tsx';

/** Stands in the place of an import's steps while the server is at work on it. */
export function RunningSection({ entry }: { readonly entry: ImportDetail }) {
  const { t } = useTranslation();
  const committing = entry.status === 'committing';
  const title = t(committing ? 'import.running.committing' : 'import.running.checking');
  return (
    <ImportSection title={title}>
      <ProgressLine id={entry.id} doing={committing ? 'committing' : 'validating'} label={title} />
    </ImportSection>
  );
}
