import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { DIMENSIONS } from '../../../domain/dimensions.ts';
import { METRICS } from '../../../domain/metrics/registry.ts';
import { SMALL_N } from '../../../domain/metrics/value.ts';
import { COOPERATION_KINDS } from '../../../domain/records/enumerations.ts';
import { costOptions, type Cost, type CostedKind } from '../../api/effect.ts';
import { keyName } from '../../frame/named.ts';
import { Panel } from '../../frame/panel.tsx';
import { panelState } from '../../frame/panel-state.ts';
import type { PanelCell } from '../../frame/panel-table.ts';
import { TwinTable } from '../../frame/twin-table.tsx';
import { useFilters } from '../../frame/use-filters.ts';
import { useFormatter } from '../../frame/use-formatter.ts';
import { useViewState, valuesOf } from '../../frame/use-view-state.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { useTranslation } from '../../i18n/use-translation.ts';

const KINDS = ['training', 'internship_base'] as const satisfies CostedKind[];

type Costs = Cost['total'];

/** What did a year at work cost? Seats and money of order classes and bases by what came of them. */
export function CostPanel() {
  const { t } = useTranslation();
  const language = useLanguage();
  const format = useFormatter();
  const { filters } = useFilters();
  const { parameters, change } = useViewState();
  const [wanted] = valuesOf(parameters, 'costKind');
  const kind = KINDS.find((one) => one === wanted) ?? 'training';
  const answer = useQuery(costOptions(kind, filters));
  const { data } = answer;
  const question = t('cost.question');
  const text = (value: string | null): PanelCell => ({ kind: 'text', text: value ?? '–' });
  const cells = (name: string, row: Costs): PanelCell[] => [
    text(name),
    { kind: 'count', count: row.entries.length },
    row.seats === null ? text(null) : { kind: 'count', count: row.seats },
    text(row.amount === null ? null : format.value('money', row.amount)),
    { kind: 'count', count: row.hires },
    text(format.value('ratio', row.years)),
    text(row.seatsPerYear === null ? null : format.value('rating', row.seatsPerYear)),
    text(row.amountPerYear === null ? null : format.value('money', row.amountPerYear)),
  ];
  const total = data?.total;
  const told =
    total === undefined || total.seatsPerYear === null || total.hires < SMALL_N
      ? null
      : t('cost.answer', {
          hires: format.count(total.hires),
          years: format.count(Math.round(total.years)),
          seats: format.count(total.seats ?? 0),
          per: format.value('rating', total.seatsPerYear),
        });
  const notes = [
    t('cost.note'),
    (total?.withoutAmount ?? 0) > 0
      ? t('cost.withoutAmount', { number: format.count(total?.withoutAmount ?? 0) })
      : '',
    (total?.withoutSeats ?? 0) > 0
      ? t('cost.withoutSeats', { number: format.count(total?.withoutSeats ?? 0) })
      : '',
    (total?.running ?? 0) > 0
      ? t('cost.running', { number: format.count(total?.running ?? 0) })
      : '',
  ];
  const headings = [
    'entries',
    'seats',
    'amount',
    'hires',
    'years',
    'seatsPer',
    'amountPer',
  ] as const;
  const table =
    data === undefined
      ? null
      : {
          columns: [
            { id: 'school', label: DIMENSIONS.school.label[language], numeric: false },
            ...headings.map((id) => ({
              id,
              label: id === 'hires' ? METRICS.hires.label[language] : t(`cost.${id}`),
              numeric: true,
            })),
          ],
          rows:
            data.rows.length === 0
              ? []
              : [
                  ...data.rows.map((row) => {
                    const name = keyName('school', row.key['school'] ?? null, language);
                    return { id: name, cells: cells(name, row) };
                  }),
                  { id: 'total', cells: cells(t('cost.total'), data.total) },
                ],
        };
  return (
    <Panel
      id="cost"
      question={question}
      metrics={['hires']}
      state={panelState(answer)}
      skeleton="table"
      table={table}
      answer={told}
      note={notes.filter((note) => note !== '').join(' ')}
      controls={
        <NativeSelect
          label={t('effect.kind')}
          value={kind}
          data={KINDS.map((id) => ({ value: id, label: COOPERATION_KINDS[id][language] }))}
          onChange={(event) => change({ costKind: [event.currentTarget.value] })}
          maw="14rem"
        />
      }
      isTable
    >
      {table === null ? null : <TwinTable caption={question} table={table} />}
    </Panel>
  );
}
