import { Alert, Button, Group, Loader, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { SavedView } from '../api/views.ts';
import { useTranslation } from '../i18n/use-translation.ts';
import { Failed } from './panel-message.tsx';
import { useViews, type ViewFailure } from './use-views.ts';
import { ViewRow } from './view-row.tsx';

const LONGEST_NAME = 80;

/** A form of one field: a name. */
function NameForm({
  label,
  initial,
  action,
  failure,
  busy,
  onSend,
}: {
  readonly label: string;
  readonly initial: string;
  readonly action: string;
  readonly failure: ViewFailure;
  readonly busy: boolean;
  readonly onSend: (name: string) => void;
}) {
  const { t } = useTranslation();
  const [name, setName] = useState(initial);
  const problem = failure === 'taken' ? t('views.taken') : failure?.message;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() !== '') onSend(name.trim());
      }}
    >
      <Group gap="xs" align="end" wrap="nowrap">
        <TextInput
          label={label}
          value={name}
          maxLength={LONGEST_NAME}
          error={problem}
          data-autofocus
          style={{ flex: 1 }}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Button type="submit" loading={busy} disabled={name.trim() === ''}>
          {action}
        </Button>
      </Group>
    </form>
  );
}

/** Saves the page as it is, and lists what was saved: go there, rename, delete and undo. */
export function ViewsList({ onLeave }: { readonly onLeave: () => void }) {
  const { t } = useTranslation();
  const { views, here, go, save, rename, remove } = useViews();
  const [renaming, setRenaming] = useState<number | null>(null);
  const [gone, setGone] = useState<SavedView | null>(null);
  const visit = (view: SavedView) => {
    go(view);
    onLeave();
  };
  return (
    <Stack gap="sm">
      <NameForm
        key={save.data?.id}
        label={t('views.name')}
        initial=""
        action={t('views.save')}
        failure={save.failure}
        busy={save.isPending}
        onSend={(name) => save.mutate({ name, ...here })}
      />
      {gone === null ? null : (
        <Alert variant="light" p="xs">
          <Group justify="space-between" wrap="nowrap">
            <Text size="sm">{t('views.gone', { name: gone.name })}</Text>
            <Button
              size="compact-sm"
              variant="default"
              onClick={() => {
                save.mutate({ name: gone.name, path: gone.path, query: gone.query });
                setGone(null);
              }}
            >
              {t('views.undo')}
            </Button>
          </Group>
        </Alert>
      )}
      {views.error === null ? null : (
        <Failed error={views.error} retry={() => void views.refetch()} />
      )}
      {views.isPending ? <Loader size="sm" /> : null}
      {views.data?.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('views.none')}
        </Text>
      ) : null}
      <ul className="views">
        {(views.data ?? []).map((view) => (
          <li key={view.id}>
            {renaming === view.id ? (
              <NameForm
                label={t('views.newName', { name: view.name })}
                initial={view.name}
                action={t('views.rename')}
                failure={rename.failure}
                busy={rename.isPending}
                onSend={(name) =>
                  rename.mutate({ id: view.id, name }, { onSuccess: () => setRenaming(null) })
                }
              />
            ) : (
              <ViewRow
                view={view}
                isHere={view.path === here.path && view.query === here.query}
                onVisit={() => visit(view)}
                onRename={() => setRenaming(view.id)}
                onRemove={() => remove.mutate(view.id, { onSuccess: setGone })}
              />
            )}
          </li>
        ))}
      </ul>
    </Stack>
  );
}
