import { Alert } from '@mantine/core';
import { RequestError } from '../../api/request-error.ts';
import { useTranslation } from '../../i18n/use-translation.ts';

interface RefusalProps {
  readonly title: string;
  readonly error: Error | null;
}

/** Why the server refused something, in its own sentence. */
export function Refusal({ title, error }: RefusalProps) {
  const { t } = useTranslation();
  if (error === null) return null;
  const offline = error instanceof RequestError && error.code === 'offline';
  return (
    <Alert role="alert" color="red" title={title} className="import-alert">
      {offline ? t('state.offline') : error.message}
    </Alert>
  );
}
