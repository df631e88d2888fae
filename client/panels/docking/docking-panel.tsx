import { useQuery } from '@tanstack/react-query';
import { DIMENSIONS } from '../../../domain/dimensions.ts';
import { DOCKING_METRICS } from '../../../domain/metrics/docking.ts';
import { METRICS } from '../../../domain/metrics/registry.ts';
import { dockingOptions, type Docking } from '../../api/forecast.ts';
import { keyName } from '../../frame/named.ts';
import { Panel } from '../../frame/panel.tsx';
import { panelState } from '../../frame/panel-state.ts';
import type { PanelCell, PanelTable } from '../../frame/panel-table.ts';
import { TwinTable } from '../../frame/twin-table.tsx';
import { useFilters } from '../../frame/use-filters.ts';
import { useFormatter } from '../../frame/use-formatter.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { chosenClass } from '../majors/class-choice.ts';
import { ClassSelect } from '../majors/class-select.tsx';
import { useClasses } from '../majors/use-classes.ts';
import { openPlaces } from './open-places.ts';

const MOST_SOURCES = 3;

type Source = Docking['rows'][number]['sources'][number];

/** Which school could fill which gap? Demand and supply by major and degree, and the schools that could. */
export function DockingPanel() {
  const { t } = useTranslation();
  const language = useLanguage();
  const format = useFormatter();
  const { filters } = useFilters();
  const { classes, answers, asked, choose } = useClasses();
  const year = chosenClass(classes, asked, classes.coming);
  const answer = useQuery({ ...dockingOptions(year ?? 0, filters), enabled: year !== null });
  const { data } = answer;
  const question = t('docking.question');

  const reason = (one: Source): string => {
    const rate = (figure: Source['yield'], borrowed: boolean): string =>
      figure.value === null || borrowed
        ? t('docking.borrowed')
        : format.value('percent', figure.value);
    return t('docking.source', {
      school: keyName('school', one.key['school'] ?? null, language),
      graduates: one.graduates.value === null ? '–' : format.count(one.graduates.value),
      yield: rate(one.yield, one.borrowed.yield),
      retention: rate(one.retention, one.borrowed.retention),
      reach: one.reach === null ? '–' : format.value('ratio', one.reach),
    });
  };
  const cells = (row: Docking['rows'][number]): PanelCell[] => [
    {
      kind: 'text',
      text:
        row.key['major'] === null
          ? t('majors.any')
          : keyName('major', row.key['major'] ?? null, language),
    },
    {
      kind: 'text',
      text:
        row.key['degree'] === null
          ? t('docking.anyDegree')
          : keyName('degree', row.key['degree'] ?? null, language),
    },
    { kind: 'count', count: Math.round(row.toFill?.places ?? 0) },
    ...DOCKING_METRICS.map((id): PanelCell => ({
      kind: 'figure',
      figure: row.values[id] ?? { value: null, n: 0, status: 'no_data' },
      unit: METRICS[id].unit,
    })),
    { kind: 'text', text: row.sources.slice(0, MOST_SOURCES).map(reason).join(' · ') },
  ];
  const table: PanelTable | null =
    data === undefined
      ? year === null
        ? { columns: [], rows: [] }
        : null
      : {
          columns: [
            { id: 'major', label: DIMENSIONS.major.label[language], numeric: false },
            { id: 'degree', label: DIMENSIONS.degree.label[language], numeric: false },
            { id: 'open', label: t('docking.open'), numeric: true },
            ...DOCKING_METRICS.map((id) => ({
              id,
              label: METRICS[id].label[language],
              numeric: true,
            })),
            { id: 'sources', label: t('docking.sources'), numeric: false },
          ],
          rows: data.rows.map((row, index) => ({ id: String(index), cells: cells(row) })),
        };
  const told = data === undefined ? null : openPlaces(data);
  const span = data === undefined ? '' : `${data.earlier.from}–${data.earlier.to}`;
  const basis = data?.rows[0]?.toFill?.basis ?? 'plan';
  return (
    <Panel
      id="docking"
      question={question}
      metrics={DOCKING_METRICS}
      state={panelState(...answers, ...(year === null ? [] : [answer]))}
      skeleton="table"
      table={table}
      answer={
        told === null
          ? null
          : t('docking.answer', {
              year: String(told.year),
              open: format.count(told.open),
              planned: format.count(told.planned),
              covered: format.count(told.covered),
              majors: format.count(told.majors),
            })
      }
      note={`${t(`docking.basis.${basis}`)} ${t('docking.note', { span })}`}
      controls={
        year === null ? undefined : (
          <ClassSelect years={classes.years} chosen={year} onChoose={choose} />
        )
      }
      isTable
    >
      <div className="docking-table">
        {table === null ? null : <TwinTable caption={question} table={table} />}
      </div>
    </Panel>
  );
}
