import { Alert } from '@mantine/core';
import { useFormatter } from '../../frame/use-formatter.ts';
import { useTranslation } from '../../i18n/use-translation.ts';

/** Warns of publishing where groups could not be shown to be safe; nothing where there are none. */
export function UnsafeNote({ groups }: { readonly groups: number }) {
  const { t } = useTranslation();
  const format = useFormatter();
  if (groups === 0) return null;
  return (
    <Alert color="orange" variant="light">
      {t('releases.preview.unsafe', { count: groups, n: format.count(groups) })}
    </Alert>
  );
}
