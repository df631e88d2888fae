import { Group, NativeSelect, Switch, Text } from '@mantine/core';
import { dimension } from '../../../domain/dimensions.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { canBeAgainst, CURVE_DIMENSIONS } from './survival-question.ts';
import { SPANS, useSurvivalView, type Span } from './use-survival-view.ts';

const SPAN_IDS = Object.keys(SPANS) as Span[];

/** Chooses what curves are grouped by, how far they are shown, and whether against everybody else. */
export function SurvivalControls() {
  const { t } = useTranslation();
  const language = useLanguage();
  const { by, span, againstOthers, filters, change } = useSurvivalView();
  const possible = canBeAgainst(by, filters);
  const name = dimension(by).label[language];
  return (
    <Group align="flex-end" gap="md">
      <NativeSelect
        label={t('retention.by')}
        value={by}
        data={CURVE_DIMENSIONS.map((value) => ({ value, label: dimension(value).label[language] }))}
        onChange={(event) => change({ by: [event.currentTarget.value] })}
      />
      <NativeSelect
        label={t('retention.months')}
        value={span}
        data={SPAN_IDS.map((value) => ({ value, label: t(`retention.${value}`) }))}
        onChange={(event) => change({ span: [event.currentTarget.value] })}
      />
      <Switch
        label={t('retention.against')}
        checked={againstOthers && possible}
        disabled={!possible}
        onChange={(event) => change({ against: event.currentTarget.checked ? ['others'] : [] })}
        mb={6}
      />
      {possible ? null : (
        <Text size="sm" c="dimmed" mb={6}>
          {t('retention.againstWhy', { dimension: name })}
        </Text>
      )}
    </Group>
  );
}
