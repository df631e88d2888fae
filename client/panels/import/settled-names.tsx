import { Text } from '@mantine/core';
import type { Names } from '../../../domain/records/import-shapes.ts';
import { useFormatter } from '../../frame/use-formatter.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { NameChoice } from './name-choice.tsx';
import { NAME_KINDS, countChoices, withChoice } from './name-state.ts';

interface SettledNamesProps {
  readonly settled: Names;
  readonly choices: Names;
  readonly onChange: (choices: Names) => void;
}

/** The answers that are saved, where each can still be changed. */
export function SettledNames({ settled, choices, onChange }: SettledNamesProps) {
  const { t } = useTranslation();
  const format = useFormatter();
  const count = countChoices(settled);
  if (count === 0) return null;
  return (
    <details>
      <summary>{t('import.names.settled', { number: format.count(count) })}</summary>
      <Text size="sm" c="dimmed" my="xs">
        {t('import.names.settledLead')}
      </Text>
      <ul className="name-list">
        {NAME_KINDS.flatMap((kind) =>
          Object.entries(settled[kind]).map(([name, saved]) => (
            <NameChoice
              key={`${kind} ${name}`}
              kind={kind}
              name={name}
              hint={null}
              suggestions={[]}
              choice={choices[kind][name] ?? saved}
              onChange={(choice) =>
                onChange(withChoice(choices, kind, name, choice === saved ? null : choice))
              }
            />
          )),
        )}
      </ul>
    </details>
  );
}
