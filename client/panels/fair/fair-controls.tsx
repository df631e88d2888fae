import { Group, NativeSelect, Switch } from '@mantine/core';
import { COMPARED_METRICS } from '../../../domain/metrics/compared.ts';
import { metric } from '../../../domain/metrics/registry.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useFairChoice } from './fair-choice.ts';

/** By which metric the panels of the page compare schools, and whether they put three years together. */
export function FairControls() {
  const { t } = useTranslation();
  const language = useLanguage();
  const choice = useFairChoice();
  return (
    <Group
      component="section"
      aria-label={t('fair.controls')}
      gap="lg"
      align="flex-end"
      className="fair-controls"
    >
      <NativeSelect
        label={t('fair.metric')}
        data={COMPARED_METRICS.map((id) => ({ value: id, label: metric(id).label[language] }))}
        value={choice.metric}
        onChange={(event) => choice.chooseMetric(event.currentTarget.value)}
      />
      <Switch
        label={t('fair.pool')}
        checked={choice.pool !== null}
        onChange={(event) => choice.choosePool(event.currentTarget.checked)}
        mb={8}
      />
    </Group>
  );
}
