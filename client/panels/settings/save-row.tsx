import { Button, Group, Text } from '@mantine/core';
import { useTranslation } from '../../i18n/use-translation.ts';

interface SaveRowProps {
  readonly save: { readonly isPending: boolean; readonly isSuccess: boolean };
  /** Whether the settings are there to be saved. */
  readonly ready: boolean;
  /** Whether something was typed since. */
  readonly changed: boolean;
  /** The way back to the usual; null where all is as usual. */
  readonly back?: { readonly text: string; readonly go: () => void } | null;
}

/** The buttons under some settings, and that they were saved. */
export function SaveRow({ save, ready, changed, back = null }: SaveRowProps) {
  const { t } = useTranslation();
  return (
    <Group>
      <Button type="submit" loading={save.isPending} disabled={!ready}>
        {t('company.save')}
      </Button>
      {back === null ? null : (
        <Button variant="default" disabled={save.isPending} onClick={back.go}>
          {back.text}
        </Button>
      )}
      {save.isSuccess && !changed ? <Text component="output">{t('company.saved')}</Text> : null}
    </Group>
  );
}
