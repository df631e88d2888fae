import { NumberInput, SimpleGrid, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import {
  THRESHOLD_IDS,
  THRESHOLDS,
  usualThreshold,
  type ThresholdId,
} from '../../../domain/releases/thresholds.ts';
import { settingsOptions } from '../../api/settings.ts';
import { Section } from '../../frame/section.tsx';
import { useFormatter } from '../../frame/use-formatter.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Refusal } from '../import/refusal.tsx';
import { SaveRow } from './save-row.tsx';
import { useSettingsAction } from './use-settings-action.ts';

type Typed = Readonly<Partial<Record<ThresholdId, number | string>>>;

/** By how much more strictly than usual what deans get is protected. */
export function ProtectionSection() {
  const { t } = useTranslation();
  const language = useLanguage();
  const format = useFormatter();
  const { data, error } = useQuery(settingsOptions);
  const [typed, setTyped] = useState<Typed>({});
  const save = useSettingsAction(() => setTyped({}));
  const shown = (id: ThresholdId): number | string =>
    typed[id] ?? data?.thresholds[id] ?? usualThreshold(id);
  /** What differs from the usual; an emptied field is as usual. */
  const wanted = () =>
    Object.fromEntries(
      THRESHOLD_IDS.flatMap((id) => {
        const value = shown(id);
        return value === '' || Number(value) === usualThreshold(id) ? [] : [[id, Number(value)]];
      }),
    );
  return (
    <Section title={t('protection.title')} lead={t('protection.lead')}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate({ thresholds: wanted() });
        }}
      >
        <Stack gap="sm">
          <Refusal title={t('company.refused')} error={error ?? save.error} />
          <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md" verticalSpacing="sm" maw="56rem">
            {THRESHOLD_IDS.map((id) => {
              const usual = usualThreshold(id);
              const stricter =
                THRESHOLDS[id].strictest > usual ? 'protection.higher' : 'protection.lower';
              return (
                <NumberInput
                  key={id}
                  label={THRESHOLDS[id].label[language]}
                  description={t(stricter, {
                    usual: format.count(usual),
                    strictest: format.count(THRESHOLDS[id].strictest),
                  })}
                  allowDecimal={false}
                  allowNegative={false}
                  clampBehavior="none"
                  inputWrapperOrder={['label', 'input', 'description']}
                  value={shown(id)}
                  onChange={(value) => setTyped({ ...typed, [id]: value })}
                />
              );
            })}
          </SimpleGrid>
          <SaveRow
            save={save}
            ready={data !== undefined}
            changed={Object.keys(typed).length > 0}
            back={
              data === undefined || Object.keys(data.thresholds).length === 0
                ? null
                : { text: t('protection.usual'), go: () => save.mutate({ thresholds: {} }) }
            }
          />
        </Stack>
      </form>
    </Section>
  );
}
