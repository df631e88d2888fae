import { Table, Text } from '@mantine/core';
import { metric, type MetricId } from '../../../domain/metrics/registry.ts';
import type { Explanation } from '../../frame/explain-context.ts';
import { ScrollRegion } from '../../frame/scroll-region.tsx';
import { useFormatter } from '../../frame/use-formatter.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { RateCell } from '../schools/rate-cell.tsx';
import type { ComparedFigure } from './compared-figures.ts';
import type { ComparedSide } from './use-compared.ts';

const SIDES = ['own', 'other'] as const satisfies ComparedSide[];

interface ComparisonRowsProps {
  readonly caption: string;
  readonly figures: readonly ComparedFigure[];
  readonly labels: Readonly<Record<'figure' | 'own' | 'other' | 'difference', string>>;
  readonly labelOf: (figure: ComparedFigure) => string;
  readonly explainOf: (metric: MetricId, side: ComparedSide) => Explanation | undefined;
}

/** Figures of two selections side by side, each with its interval and n, and how far they are apart. */
export function ComparisonRows({
  caption,
  figures,
  labels,
  labelOf,
  explainOf,
}: ComparisonRowsProps) {
  const { t } = useTranslation();
  const format = useFormatter();
  return (
    <ScrollRegion label={t('table.scroll', { name: caption })}>
      <Table captionSide="top" verticalSpacing="xs" className="comparison-rows">
        <Table.Caption className="visually-hidden">{caption}</Table.Caption>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{labels.figure}</Table.Th>
            {(['own', 'other', 'difference'] as const).map((column) => (
              <Table.Th key={column} scope="col" ta="end">
                {labels[column]}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {figures.map((figure) => {
            const { metric: id, difference, apart } = figure;
            const { unit } = metric(id);
            return (
              <Table.Tr key={id}>
                <Table.Th scope="row" fw={500}>
                  {labelOf(figure)}
                </Table.Th>
                {SIDES.map((side) => (
                  <Table.Td key={side} ta="end">
                    <RateCell
                      figure={figure[side]}
                      unit={unit}
                      explain={explainOf(id, side)}
                      withInterval={unit === 'percent'}
                    />
                  </Table.Td>
                ))}
                <Table.Td ta="end">
                  {difference === null ? '–' : format.change(unit, difference)}
                  {apart === null ? null : (
                    <Text size="xs" c="dimmed">
                      {t(apart ? 'comparison.apart' : 'comparison.overlap')}
                    </Text>
                  )}
                </Table.Td>
              </Table.Tr>
            );
          })}
        </Table.Tbody>
      </Table>
    </ScrollRegion>
  );
}
