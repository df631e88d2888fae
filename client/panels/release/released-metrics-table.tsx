import { Table } from '@mantine/core';
import { metric } from '../../../domain/metrics/registry.ts';
import type { ReleasedTable } from '../../api/release.ts';
import { ScrollRegion } from '../../frame/scroll-region.tsx';
import { useLanguage } from '../../i18n/use-language.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { ReleasedCell } from './released-cell.tsx';
import { keyText } from './released-text.ts';

const OWN = 'var(--chart-accent)';
const OTHERS = 'var(--chart-text)';

interface ReleasedMetricsTableProps {
  readonly caption: string;
  /** Tables of which every row is shown, each under the name of its metric. */
  readonly tables: readonly ReleasedTable[];
  /** What a row is called: its metric, or what the row is of. */
  readonly rows: 'metric' | 'key';
}

/** Published figures of the own graduates beside those of all other schools together. */
export function ReleasedMetricsTable({ caption, tables, rows }: ReleasedMetricsTableProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const compares = tables.some((table) =>
    table.rows.some(({ partners }) => partners.status !== 'not_applicable'),
  );
  return (
    <ScrollRegion label={t('table.scroll', { name: caption })}>
      <Table captionSide="top" verticalSpacing="xs" className="twin-table released-table">
        <Table.Caption className="visually-hidden">{caption}</Table.Caption>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">
              {t(rows === 'metric' ? 'partner.figure' : 'partner.of')}
            </Table.Th>
            <Table.Th scope="col">{t('partner.own')}</Table.Th>
            {compares ? <Table.Th scope="col">{t('partner.others')}</Table.Th> : null}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {tables.flatMap((table) =>
            table.rows.map((row) => {
              const id = table.metric;
              const about = keyText(row.key, language, t);
              const name = rows === 'metric' ? metric(id).label[language] : about;
              return (
                <Table.Tr key={`${table.metric} ${about}`}>
                  <Table.Th scope="row" fw={500}>
                    {name}
                  </Table.Th>
                  <Table.Td>
                    <ReleasedCell figure={row.own} metric={id} color={OWN} />
                  </Table.Td>
                  {compares ? (
                    <Table.Td>
                      <ReleasedCell figure={row.partners} metric={id} color={OTHERS} />
                    </Table.Td>
                  ) : null}
                </Table.Tr>
              );
            }),
          )}
        </Table.Tbody>
      </Table>
    </ScrollRegion>
  );
}
