import { Group, NativeSelect } from '@mantine/core';
import type { TFunction } from 'i18next';
import { DIMENSIONS } from '../../../domain/dimensions.ts';
import { METRICS, type MetricId } from '../../../domain/metrics/registry.ts';
import type { Formatter } from '../../../domain/formatter.ts';
import { Panel } from '../../frame/panel.tsx';
import { useFormatter } from '../../frame/use-formatter.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { ClassSelect } from './class-select.tsx';
import { supplyLead, type SupplyLead } from './supply-rows.ts';
import { supplyPanelTable, SupplyTable } from './supply-table.tsx';
import { useSupply } from './use-supply.ts';

const SHOWN = ['graduates', 'campus_hires', 'yield', 'retention_12m'] as const satisfies MetricId[];

function leadWords(lead: SupplyLead, span: string, format: Formatter, t: TFunction): string {
  const words = {
    school: lead.school,
    graduates: format.count(lead.graduates),
    total: format.count(lead.total),
    percent: format.value('percent', lead.graduates / lead.total),
  };
  const sentence = t('majors.answerSupply', words);
  if (lead.source === null) return sentence;
  const { school: source, hires, all } = lead.source;
  const past = { source, hires: format.count(hires), all: format.count(all), span };
  return t('majors.answerSource', { sentence, ...past });
}

/** Which school could fill it? The schools that graduate a major, with what became of earlier graduates. */
export function SupplyPanel() {
  const { t } = useTranslation();
  const language = useLanguage();
  const format = useFormatter();
  const supply = useSupply();
  const { state, classes, year, before, majors, major, rows, choose, chooseMajor } = supply;
  const span = before === null ? '' : `${before.from}–${before.to}`;
  const past = (label: string): string => (span === '' ? label : t('majors.of', { label, span }));
  const labels = {
    school: DIMENSIONS.school.label[language],
    graduates: t('majors.of', {
      label: METRICS.graduates.label[language],
      span: String(year ?? ''),
    }),
    hires: past(METRICS.campus_hires.label[language]),
    yield: past(METRICS.yield.label[language]),
    retention: past(METRICS.retention_12m.label[language]),
  };
  const lead = supplyLead(rows);
  const question = t('majors.supply');
  return (
    <Panel
      id="supply"
      question={question}
      metrics={SHOWN}
      state={state}
      skeleton="table"
      table={supplyPanelTable(rows, labels)}
      answer={lead === null ? null : leadWords(lead, span, format, t)}
      note={t('majors.supplyNote')}
      controls={
        <Group gap="md" align="flex-end">
          {major === null ? null : (
            <NativeSelect
              label={DIMENSIONS.major.label[language]}
              className="panel-choice"
              value={major.id}
              data={majors.map(({ id, label }) => ({ value: id, label }))}
              onChange={(event) => chooseMajor(event.currentTarget.value)}
            />
          )}
          {year === null ? null : (
            <ClassSelect years={classes.years} chosen={year} onChoose={choose} />
          )}
        </Group>
      }
      isTable
    >
      <SupplyTable caption={question} rows={rows} labels={labels} explainOf={supply.explainOf} />
    </Panel>
  );
}
