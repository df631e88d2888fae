import { Alert, Button, Code, Stack, Text } from '@mantine/core';
import { useClipboard } from '@mantine/hooks';
import { useTranslation } from '../i18n/use-translation.ts';

interface ShownOnceProps {
  readonly title: string;
  readonly text: string;
  readonly secret: string;
  readonly labels: { readonly copy: string; readonly copied: string };
}

/** Something secret that is shown this once, with a way to take it along. */
export function ShownOnce({ title, text, secret, labels }: ShownOnceProps) {
  const { t } = useTranslation();
  const clipboard = useClipboard({ timeout: 2500 });
  return (
    <Alert title={title} variant="light">
      <Stack gap="xs" align="flex-start">
        <Text size="sm">{text}</Text>
        <Code className="secret">{secret}</Code>
        <Button size="xs" variant="default" onClick={() => clipboard.copy(secret)}>
          {clipboard.copied ? labels.copied : labels.copy}
        </Button>
        {clipboard.error === null ? null : <Text size="sm">{t('menu.copyFailed')}</Text>}
      </Stack>
    </Alert>
  );
}
