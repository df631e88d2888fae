import { Button, Group, Title } from '@mantine/core';
import { useState } from 'react';
import type { Names, Unresolved } from '../../../domain/records/import-shapes.ts';
import { useFormatter } from '../../frame/use-formatter.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { NameChoice } from './name-choice.tsx';
import { withChoice, withOthersNew, type NameKind } from './name-state.ts';

const SHOWN_AT_FIRST = 20;

interface NameListProps {
  readonly kind: NameKind;
  readonly unresolved: readonly Unresolved[];
  readonly choices: Names;
  readonly onChange: (choices: Names) => void;
}

/** The unknown names of one directory, and one answer for all that have none. */
export function NameList({ kind, unresolved, choices, onChange }: NameListProps) {
  const { t } = useTranslation();
  const format = useFormatter();
  const [all, setAll] = useState(false);
  const shown = all ? unresolved : unresolved.slice(0, SHOWN_AT_FIRST);
  const unanswered = unresolved.filter(({ name }) => choices[kind][name] === undefined).length;
  return (
    <div>
      <Group justify="space-between" mb="xs" gap="xs">
        <Title order={3} size="h5">
          {t(`import.names.of.${kind}`, { number: format.count(unresolved.length) })}
        </Title>
        {unanswered < 2 ? null : (
          <Button
            variant="default"
            size="xs"
            className="name-option"
            onClick={() => onChange(withOthersNew(choices, kind, unresolved))}
          >
            {t(`import.names.allNew.${kind}`, { number: format.count(unanswered) })}
          </Button>
        )}
      </Group>
      <ul className="name-list">
        {shown.map(({ name, count, suggestions }) => (
          <NameChoice
            key={name}
            kind={kind}
            name={name}
            hint={t('import.names.rows', { number: format.count(count) })}
            suggestions={suggestions}
            choice={choices[kind][name] ?? null}
            onChange={(choice) => onChange(withChoice(choices, kind, name, choice))}
          />
        ))}
      </ul>
      {shown.length < unresolved.length ? (
        <Button variant="default" size="xs" onClick={() => setAll(true)}>
          {t('import.names.showAll', { number: format.count(unresolved.length) })}
        </Button>
      ) : null}
    </div>
  );
}
