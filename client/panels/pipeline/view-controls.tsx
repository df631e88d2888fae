import { Group, NativeSelect, SegmentedControl } from '@mantine/core';
import { dimension } from '../../../domain/dimensions.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { COMPARED, usePipelineView } from './use-pipeline-view.ts';

const MODES = ['cohort', 'activity'] as const;

/** What the page tells: how far classes came or what happened in calendar years, and what it compares. */
export function ViewControls() {
  const { t } = useTranslation();
  const language = useLanguage();
  const { mode, by, change } = usePipelineView();
  return (
    <Group gap="md" align="flex-end" className="view-controls">
      <SegmentedControl
        aria-label={t('stages.mode.label')}
        value={mode}
        data={MODES.map((value) => ({ value, label: t(`stages.mode.${value}`) }))}
        onChange={(value) => change({ mode: value === 'activity' ? [value] : [] })}
      />
      <NativeSelect
        label={t('stages.compareBy')}
        value={by}
        data={COMPARED.map((id) => ({ value: id, label: dimension(id).label[language] }))}
        onChange={({ currentTarget }) =>
          change({ by: currentTarget.value === 'intern' ? [] : [currentTarget.value] })
        }
      />
    </Group>
  );
}
