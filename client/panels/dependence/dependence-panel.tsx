import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { TFunction } from 'i18next';
import { useMemo } from 'react';
import { DIMENSIONS } from '../../../domain/dimensions.ts';
import { METRICS } from '../../../domain/metrics/registry.ts';
import { figuresOptions } from '../../api/figures.ts';
import type { Formatter } from '../../../domain/formatter.ts';
import { Panel } from '../../frame/panel.tsx';
import { panelState } from '../../frame/panel-state.ts';
import { TwinTable } from '../../frame/twin-table.tsx';
import { useFilters } from '../../frame/use-filters.ts';
import { useFormatter } from '../../frame/use-formatter.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { atRisk, dependenceRows, keystone, type Keystone } from './dependence-rows.ts';
import { dependenceTable } from './dependence-table.ts';

function words(most: Keystone, format: Formatter, t: TFunction): string {
  const { school, majors, departments, worst } = most;
  const areas = [
    ...(majors === 0 ? [] : [t('dependence.majors', { count: majors })]),
    ...(departments === 0 ? [] : [t('dependence.departments', { count: departments })]),
  ];
  const [first = '', second] = areas;
  return t('dependence.answerStop', {
    school,
    areas: second === undefined ? first : t('dependence.both', { first, second }),
    name: worst.label,
    hires: format.count(worst.hires),
    all: format.count(worst.share.n),
    percent: format.value('percent', worst.share.value ?? 0),
  });
}

/** What stops if it stops? Majors and departments of which one school supplies more than half. */
export function DependencePanel() {
  const { t } = useTranslation();
  const language = useLanguage();
  const format = useFormatter();
  const { filters } = useFilters();
  const ofMajors = useQuery(
    figuresOptions({ metrics: ['top_school_share'], by: ['major'], filters }),
  );
  const majors = useQuery(figuresOptions({ metrics: ['hires'], by: ['major', 'school'], filters }));
  const ofDepartments = useQuery(
    figuresOptions({ metrics: ['top_school_share'], by: ['department'], filters }),
  );
  const departments = useQuery(
    figuresOptions({ metrics: ['hires'], by: ['department', 'school'], filters }),
  );
  const rows = useMemo(
    () => [
      ...dependenceRows('major', ofMajors.data?.rows ?? [], majors.data?.rows ?? [], language),
      ...dependenceRows(
        'department',
        ofDepartments.data?.rows ?? [],
        departments.data?.rows ?? [],
        language,
      ),
    ],
    [ofMajors.data, majors.data, ofDepartments.data, departments.data, language],
  );
  const risk = useMemo(() => atRisk(rows), [rows]);
  const most = keystone(risk.rows);
  const question = t('dependence.stop');
  const labels = {
    name: t('dependence.name'),
    kind: t('dependence.kind'),
    school: t('dependence.school'),
    hires: t('dependence.hires'),
    share: METRICS.top_school_share.label[language],
    all: METRICS.hires.label[language],
  };
  const kindOf = ({ dimension }: (typeof rows)[number]) => DIMENSIONS[dimension].label[language];
  const state = panelState(ofMajors, majors, ofDepartments, departments);
  // Without a row at risk there is still something to say, as long as there are hires at all.
  const isSafe = rows.length > 0 && risk.rows.length === 0;
  const table = dependenceTable(isSafe ? rows : risk.rows, filters, labels, kindOf);
  return (
    <Panel
      id="dependence"
      question={question}
      metrics={['top_school_share']}
      state={state}
      skeleton="table"
      table={table}
      answer={most === null ? null : words(most, format, t)}
      note={[
        t('dependence.note'),
        ...(risk.few === 0 ? [] : [t('dependence.few', { count: risk.few })]),
      ].join(language === 'zh' ? '' : ' ')}
      isTable
    >
      {isSafe ? (
        <Text>{t('dependence.safe')}</Text>
      ) : (
        <TwinTable caption={question} table={table} />
      )}
    </Panel>
  );
}
