import { Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { metric } from '../../../domain/metrics/registry.ts';
import type { RecordsSelected } from '../../api/records.ts';
import { Chip } from '../../frame/chip.tsx';
import { useFormatter } from '../../frame/use-formatter.ts';
import { useLanguage } from '../../i18n/use-language.ts';

interface RecordsLimitsProps {
  readonly selected: RecordsSelected;
  /** Takes parameters out of the address. */
  readonly onRemove: (...keys: string[]) => void;
}

/** What limits the list beside the filters: the metric whose people it shows, and an earlier day. */
export function RecordsLimits({ selected, onRemove }: RecordsLimitsProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const format = useFormatter();
  const { behind, asOf } = selected;
  if (behind === null && asOf === null) return null;
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
      {asOf === null ? null : chip(t('records.asOf', { day: format.day(asOf) }), 'asOf')}
    </Group>
  );
}
