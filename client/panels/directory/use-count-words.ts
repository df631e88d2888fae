import type { EntryCounts } from '../../../domain/directory/directories.ts';
import { useFormatter } from '../../frame/use-formatter.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { usesOf } from './entry-names.ts';

/** Writes how many records of each kind there are: “Hires 12, Colleges 2”. */
export function useCountWords(): (counts: EntryCounts) => string {
  const { t } = useTranslation();
  const format = useFormatter();
  return (counts) =>
    usesOf(counts)
      .map(([use, count]) =>
        t('directory.count', { use: t(`directory.use.${use}`), number: format.count(count) }),
      )
      .join(t('directory.comma'));
}
