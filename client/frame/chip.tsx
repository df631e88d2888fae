import { Button } from '@mantine/core';
import { useTranslation } from '../i18n/use-translation.ts';
import { CloseIcon } from './icons.tsx';

interface ChipProps {
  readonly text: string;
  readonly onRemove: () => void;
}

/** Something that limits what is shown, and the way to take it off. */
export function Chip({ text, onRemove }: ChipProps) {
  const { t } = useTranslation();
  return (
    <Button
      size="compact-sm"
      variant="light"
      radius="xl"
      className="chip"
      rightSection={<CloseIcon size={14} />}
      aria-label={t('filter.remove', { name: text })}
      onClick={onRemove}
    >
      {text}
    </Button>
  );
}
