import type { Filters } from '../../../domain/filters.ts';
import { useFilters } from '../../frame/use-filters.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { FiguresPanel } from '../comparison/figures-panel.tsx';
import { useCompared } from '../comparison/use-compared.ts';

interface AgainstOthersPanelProps {
  readonly name: string;
  /** The ids of every other school; at least one. */
  readonly others: readonly number[];
}

/** How do a school's graduates do against those of all other schools together? */
export function AgainstOthersPanel({ name, others }: AgainstOthersPanelProps) {
  const { t } = useTranslation();
  const { filters } = useFilters();
  const other: Filters = { ...filters, school: others };
  return (
    <FiguresPanel
      id="against-others"
      question={t('profile.against')}
      compared={useCompared(filters, other)}
      names={{ own: name, other: t('profile.others') }}
      note={t('profile.againstNote')}
    />
  );
}
