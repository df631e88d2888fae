import { ActionIcon, Anchor, Group } from '@mantine/core';
import type { SavedView } from '../api/views.ts';
import { useTranslation } from '../i18n/use-translation.ts';
import { CloseIcon, PencilIcon } from './icons.tsx';

interface ViewRowProps {
  readonly view: SavedView;
  readonly isHere: boolean;
  readonly onVisit: () => void;
  readonly onRename: () => void;
  readonly onRemove: () => void;
}

/** A saved view: a link to it, and what can be done with it. */
export function ViewRow({ view, isHere, onVisit, onRename, onRemove }: ViewRowProps) {
  const { t } = useTranslation();
  const { name, path, query } = view;
  return (
    <Group gap={4} wrap="nowrap" justify="space-between">
      <Anchor
        href={query === '' ? path : `${path}?${query}`}
        size="sm"
        underline="always"
        fw={isHere ? 700 : 400}
        aria-current={isHere ? 'page' : undefined}
        style={{ overflowWrap: 'anywhere' }}
        onClick={(event) => {
          if (event.metaKey || event.ctrlKey || event.shiftKey) return;
          event.preventDefault();
          onVisit();
        }}
      >
        {name}
      </Anchor>
      <Group gap={2} wrap="nowrap">
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t('views.renameOf', { name })}
          onClick={onRename}
        >
          <PencilIcon size={16} />
        </ActionIcon>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t('views.removeOf', { name })}
          onClick={onRemove}
        >
          <CloseIcon size={16} />
        </ActionIcon>
      </Group>
    </Group>
  );
}
