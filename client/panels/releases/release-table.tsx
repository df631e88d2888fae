import { Table, Title } from '@mantine/core';
import { metric } from '../../../domain/metrics/registry.ts';
import type { PreviewTable } from '../../api/releases.ts';
import { ScrollRegion } from '../../frame/scroll-region.tsx';
import { useLanguage } from '../../i18n/use-language.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { divisionName, rowName } from './release-words.ts';
import { ReleasedFigure } from './released-figure.tsx';

/** One table of a part: own figures beside those of all other schools. */
export function ReleaseTable({ table }: { readonly table: PreviewTable }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { unit, label } = metric(table.metric);
  const recent = t('releases.recent');
  const name = divisionName(table.by, language, recent) ?? t('releases.all');
  const hasPartners = table.rows.some(({ partners }) => partners.status !== 'not_applicable');
  const caption = `${label[language]} · ${name}`;
  return (
    <div>
      <Title order={3} size="h5" mb={4}>
        {name}
      </Title>
      <ScrollRegion label={t('table.scroll', { name: caption })} maxHeight="24rem">
        <Table className="twin-table release-table" highlightOnHover captionSide="top">
          <Table.Caption className="visually-hidden">{caption}</Table.Caption>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{t('releases.group')}</Table.Th>
              <Table.Th scope="col">{t('releases.own')}</Table.Th>
              {hasPartners ? <Table.Th scope="col">{t('releases.partners')}</Table.Th> : null}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {table.rows.map(({ key, own, partners, why }) => (
              <Table.Tr key={JSON.stringify(key)}>
                <Table.Th scope="row" fw={500}>
                  {rowName({ key }, table.by, language) ?? t('releases.all')}
                </Table.Th>
                <Table.Td>
                  <ReleasedFigure figure={own} why={why?.own} unit={unit} />
                </Table.Td>
                {hasPartners ? (
                  <Table.Td>
                    <ReleasedFigure figure={partners} why={why?.partners} unit={unit} />
                  </Table.Td>
                ) : null}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </ScrollRegion>
    </div>
  );
}
