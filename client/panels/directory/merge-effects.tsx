import { Text } from '@mantine/core';
import type { EntryCounts } from '../../../domain/directory/directories.ts';
import type { MergePreview } from '../../api/directory.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { labelOfField } from '../import/field-label.ts';
import { AliasList } from './alias-list.tsx';
import { useCountWords } from './use-count-words.ts';

interface MergeEffectsProps {
  readonly preview: MergePreview;
  readonly names: { readonly from: string; readonly into: string };
}

/** What a merge would do, in words. */
export function MergeEffects({ preview, names }: MergeEffectsProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const words = useCountWords();
  const { kind, moves, same, aliases, filled, kept, ambiguous, clashes } = preview;
  const label = (field: string) => labelOfField(kind, field, language);
  const some = (counts: EntryCounts) => Object.values(counts).some((count) => count > 0);
  return (
    <Text component="div" size="sm">
      <Text fw={500} mb={4}>
        {t('directory.merging.effects', names)}
      </Text>
      <ul className="merge-list">
        {some(moves) ? (
          <li>{t('directory.merging.moves', { counts: words(moves), ...names })}</li>
        ) : null}
        {some(moves) || some(same) || clashes.length > 0 ? null : (
          <li>{t('directory.merging.movesNothing', names)}</li>
        )}
        {some(same) ? (
          <li>{t('directory.merging.same', { counts: words(same), ...names })}</li>
        ) : null}
        {aliases.length === 0 ? null : (
          <li>
            {t('directory.merging.aliases', names)}
            <AliasList aliases={aliases} />
          </li>
        )}
        {filled.map(({ field, value }) => (
          <li key={field}>
            {t('directory.merging.filled', { field: label(field), value: value ?? '', ...names })}
          </li>
        ))}
        {kept.map(({ field, from, into }) => (
          <li key={field}>
            {t('directory.merging.kept', {
              field: label(field),
              value: into ?? '',
              other: from ?? '',
            })}
          </li>
        ))}
        {ambiguous.map(({ name, other }) => (
          <li key={name}>{t('directory.merging.ambiguous', { name, other })}</li>
        ))}
        <li>{t('directory.merging.gone', names)}</li>
      </ul>
    </Text>
  );
}
