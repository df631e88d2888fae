import { NativeSelect, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { demandOptions } from '../../api/release.ts';
import { Failed } from '../../frame/panel-message.tsx';
import { PanelSkeleton } from '../../frame/panel-skeleton.tsx';
import { Section } from '../../frame/section.tsx';
import { TwinTable } from '../../frame/twin-table.tsx';
import { useViewState, valuesOf } from '../../frame/use-view-state.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { demandTable } from './demand-rows.ts';

/** Which of our majors will be wanted? Shared plans of this and coming classes beside the own graduates. */
export function DemandSection() {
  const { t } = useTranslation();
  const language = useLanguage();
  const { parameters, change } = useViewState();
  const { data, error, refetch } = useQuery(demandOptions);
  if (error !== null) return <Failed error={error} retry={() => void refetch()} />;
  if (data === undefined) return <PanelSkeleton shape="table" />;
  const years = [...new Set(data.plans.map(({ year }) => year))].toSorted((a, b) => a - b);
  const asked = Number(valuesOf(parameters, 'class')[0]);
  const year =
    years.find((one) => one === asked) ?? years.find((one) => one > data.fromYear) ?? years[0];
  return (
    <Section title={t('partner.demandQuestion')} lead={t('partner.demandLead')}>
      {year === undefined ? (
        <Text>{t('partner.noDemand')}</Text>
      ) : (
        <>
          <div className="released-controls">
            <NativeSelect
              label={t('partner.class')}
              data={years.map(String)}
              value={String(year)}
              onChange={(event) => change({ class: [event.currentTarget.value] })}
            />
          </div>
          <TwinTable
            caption={t('partner.demandQuestion')}
            table={demandTable(data, year, language, t)}
            isWhole
          />
        </>
      )}
    </Section>
  );
}
