import { Group } from '@mantine/core';
import { LIST_NAMES } from '../../../domain/action-lists.ts';
import { metric } from '../../../domain/metrics/registry.ts';
import type { RecordsSelected } from '../../api/records.ts';
import { Chip } from '../../frame/chip.tsx';
import { useFormatter } from '../../frame/use-formatter.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { useTranslation } from '../../i18n/use-translation.ts';

interface RecordsLimitsProps {
  readonly selected: RecordsSelected;
  /** Takes parameters out of the address. */
  readonly onRemove: (...keys: string[]) => void;
}

/** What limits the list beside the filters: the metric or list whose people it shows, one record, and an earlier day. */
export function RecordsLimits({ selected, onRemove }: RecordsLimitsProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const format = useFormatter();
  const { behind, list, id, asOf } = selected;
  if ([behind, list, id, asOf].every((limit) => limit === null)) return null;
  const chip = (text: string, ...keys: string[]) => (
    <Chip text={text} onRemove={() => onRemove(...keys)} />
  );
  return (
    <Group gap="xs">
      {behind === null
        ? null
        : chip(
            t(behind.part === 'among' ? 'records.behind' : 'records.behindOf', {
              name: metric(behind.metric).label[language],
            }),
            'behind',
            'part',
          )}
      {list === null ? null : chip(LIST_NAMES[list][language], 'list')}
      {id === null ? null : chip(t('actionRecords.record', { id }), 'id')}
      {asOf === null ? null : chip(t('records.asOf', { day: format.day(asOf) }), 'asOf')}
    </Group>
  );
}
