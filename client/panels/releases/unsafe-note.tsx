import { Alert } from '@mantine/core';
import { useTranslation } from '../../i18n/use-translation.ts';

interface UnsafeNoteProps {
  /** How often a group of few people could not be shown to be safe. */
  readonly findings: number;
}

/** Warns of publishing where groups could not be shown to be safe. */
export function UnsafeNote({ findings }: UnsafeNoteProps) {
  const { t } = useTranslation();
  if (findings === 0) return null;
  return (
    <Alert color="orange" variant="light">
      {t('releases.preview.unsafe')}
    </Alert>
  );
}
