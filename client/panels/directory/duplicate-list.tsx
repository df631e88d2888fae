import { Button, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Directory } from '../../../domain/directory/directories.ts';
import { duplicatesOptions, keepApart, type PossibleDuplicate } from '../../api/directory.ts';
import { nameIn } from '../../frame/named.ts';
import { useFormatter } from '../../frame/use-formatter.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Refusal } from '../import/refusal.tsx';
import { useDirectoryAction } from './use-directory-action.ts';

interface DuplicateListProps {
  readonly directory: Directory;
  readonly onMerge: (from: number, into: number) => void;
}

/** Entries whose names are so near that they may be one. Nothing happens before a person says so. */
export function DuplicateList({ directory, onMerge }: DuplicateListProps) {
  const { t } = useTranslation();
  const { data = [] } = useQuery(duplicatesOptions(directory));
  const format = useFormatter();
  if (data.length === 0) return null;
  return (
    <details className="duplicates" open>
      <Text component="summary" fw={600}>
        {t('directory.duplicates.title', { number: format.count(data.length) })}
      </Text>
      <Text size="sm" c="dimmed" my="xs">
        {t('directory.duplicates.lead')}
      </Text>
      <ul className="duplicate-list">
        {data.map((pair) => (
          <Duplicate key={`${pair.first.id} ${pair.second.id}`} {...{ directory, pair, onMerge }} />
        ))}
      </ul>
    </details>
  );
}

interface DuplicateProps extends DuplicateListProps {
  readonly pair: PossibleDuplicate;
}

function Duplicate({ directory, pair: { first, second, score }, onMerge }: DuplicateProps) {
  const { t } = useTranslation();
  const format = useFormatter();
  const language = useLanguage();
  const names = { first: nameIn(language, first), second: nameIn(language, second) };
  const dismiss = useDirectoryAction(() => keepApart(directory, first.id, second.id));
  return (
    <li className="duplicate">
      <span className="duplicate-names">
        {t('directory.duplicates.pair', names)}{' '}
        <Text span size="sm" c="dimmed">
          {t('directory.duplicates.near', { share: format.value('percent', score) })}
        </Text>
      </span>
      <Button
        variant="default"
        size="xs"
        aria-label={t('directory.duplicates.mergeOf', names)}
        onClick={() => onMerge(second.id, first.id)}
      >
        {t('directory.duplicates.merge')}
      </Button>
      <Button
        variant="default"
        size="xs"
        aria-label={t('directory.duplicates.differentOf', names)}
        loading={dismiss.isPending}
        onClick={() => dismiss.mutate(undefined)}
      >
        {t('directory.duplicates.different')}
      </Button>
      <Refusal title={t('directory.refused')} error={dismiss.error} />
    </li>
  );
}
