import { Table, Text } from '@mantine/core';
import { metric, type MetricId } from '../../../domain/metrics/registry.ts';
import { intervalTop } from '../../charts/interval-top.ts';
import { FilterName } from '../../frame/cell-content.tsx';
import type { Explanation } from '../../frame/explain-context.ts';
import type { PanelTable } from '../../frame/panel-table.ts';
import { ScrollRegion } from '../../frame/scroll-region.tsx';
import { useFormatter } from '../../frame/use-formatter.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { RateCell } from '../schools/rate-cell.tsx';
import type { SupplyRow } from './supply-rows.ts';

/** Headings of the columns: the class to come, and the classes before. */
export interface SupplyLabels {
  readonly school: string;
  readonly graduates: string;
  readonly hires: string;
  readonly yield: string;
  readonly retention: string;
}

const COLUMNS = [
  { id: 'graduates', metric: 'graduates' },
  { id: 'hires', metric: 'campus_hires' },
  { id: 'yield', metric: 'yield' },
  { id: 'retention', metric: 'retention_12m' },
] as const satisfies readonly { readonly id: string; readonly metric: MetricId }[];

/** The table as it is exported. */
export function supplyPanelTable(rows: readonly SupplyRow[], labels: SupplyLabels): PanelTable {
  return {
    columns: [
      { id: 'school', label: labels.school, numeric: false },
      ...COLUMNS.map(({ id }) => ({ id, label: labels[id], numeric: true })),
    ],
    rows: rows.map((row) => ({
      id: row.id,
      cells: [
        { kind: 'text', text: row.name },
        ...COLUMNS.map(({ id, metric: of }) => ({
          kind: 'figure' as const,
          figure: row[id],
          unit: metric(of).unit,
        })),
      ],
    })),
  };
}

interface SupplyTableProps {
  readonly caption: string;
  readonly rows: readonly SupplyRow[];
  readonly labels: SupplyLabels;
  readonly explainOf: (metric: MetricId, school: string) => Explanation;
}

/** Schools side by side, with intervals where a rate is compared. */
export function SupplyTable({ caption, rows, labels, explainOf }: SupplyTableProps) {
  const { t } = useTranslation();
  const format = useFormatter();
  // Yields of a few percent would all look alike on a line to 100 %.
  const tops: Readonly<Partial<Record<(typeof COLUMNS)[number]['id'], number>>> = {
    yield: intervalTop(rows.map((row) => row.yield.high ?? 0)),
    retention: 1,
  };
  return (
    <ScrollRegion label={t('table.scroll', { name: caption })}>
      <Table captionSide="top" verticalSpacing="xs" highlightOnHover className="supply-table">
        <Table.Caption className="visually-hidden">{caption}</Table.Caption>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{labels.school}</Table.Th>
            {COLUMNS.map(({ id }) => (
              <Table.Th key={id} scope="col" ta="end">
                {labels[id]}
                {tops[id] === undefined ? null : (
                  <Text size="xs" c="dimmed" fw={400}>
                    {t('intervalAxis.ends', { top: format.percent(tops[id]) })}
                  </Text>
                )}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <Table.Tr key={row.id}>
              <Table.Th scope="row" fw={500}>
                <FilterName text={row.name} filter={{ dimension: 'school', value: row.id }} />
              </Table.Th>
              {COLUMNS.map(({ id, metric: of }) => {
                const { unit } = metric(of);
                return (
                  <Table.Td key={id} ta="end">
                    <RateCell
                      figure={row[id]}
                      unit={unit}
                      explain={explainOf(of, row.id)}
                      withInterval={unit === 'percent'}
                      top={tops[id] ?? 1}
                    />
                  </Table.Td>
                );
              })}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </ScrollRegion>
  );
}
