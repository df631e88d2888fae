import { Button, List, NativeSelect, Table, Text, Title } from '@mantine/core';
import { annexOf, type Annex } from '../../../domain/releases/annex.ts';
import type { AnnexCell } from '../../../domain/releases/annex-cell.ts';
import { annexPaper } from '../../../domain/releases/annex-paper.ts';
import { annexYears, usualAnnexYear } from '../../../domain/releases/annex-source.ts';
import type { AnnexHead, AnnexTable } from '../../../domain/releases/annex-tables.ts';
import { releaseCsvUrl, reportUrl, type Release } from '../../api/release.ts';
import { BandBar } from '../../charts/band-bar.tsx';
import { useCompany } from '../../frame/company-mark.tsx';
import { ScrollRegion } from '../../frame/scroll-region.tsx';
import { useViewState, valuesOf } from '../../frame/use-view-state.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { useTranslation } from '../../i18n/use-translation.ts';

/** What a school needs from this employer for its annual report on the employment of its graduates, to be printed. */
export function AnnexSheet({ release }: { readonly release: Release }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { named: employer } = useCompany();
  const { parameters, change } = useViewState();
  const years = annexYears(release);
  const asked = Number(valuesOf(parameters, 'class')[0]);
  const year = years.find((one) => one === asked) ?? usualAnnexYear(release);
  if (year === null) return <Text>{t('partner.none')}</Text>;
  return (
    <>
      <div className="released-controls no-print">
        <NativeSelect
          label={t('partner.class')}
          data={years.map(String)}
          value={String(year)}
          onChange={(event) => change({ class: [event.currentTarget.value] })}
        />
        <Button onClick={() => window.print()}>{t('partner.print')}</Button>
        <Button component="a" href={releaseCsvUrl(language)} download variant="default">
          {t('partner.annexCsv')}
        </Button>
        <Button component="a" href={reportUrl(year, language)} target="_blank" variant="default">
          {t('partner.annexDocument')}
        </Button>
      </div>
      <AnnexDocument annex={annexOf(release, { year, language, employer })} />
    </>
  );
}

function AnnexDocument({ annex }: { readonly annex: Annex }) {
  return (
    <article className="annex">
      <style>{annexPaper(annex)}</style>
      <Text c="dimmed" size="sm">
        {annex.kind}
      </Text>
      <Title order={2} size="h3">
        {annex.title}
      </Title>
      {annex.employer === null ? null : <Text>{annex.employer}</Text>}
      {annex.tables.map((table) => (
        <AnnexTableView key={table.id} table={table} />
      ))}
      <Title order={3} size="h5" mt="lg" mb={4}>
        {annex.notesTitle}
      </Title>
      <List size="sm" spacing={4} type="ordered" className="annex-notes">
        {annex.notes.map((text) => (
          <List.Item key={text}>{text}</List.Item>
        ))}
      </List>
      <Title order={3} size="h5" mt="lg" mb={4}>
        {annex.methodTitle}
      </Title>
      {[annex.source, ...annex.method].map((text) => (
        <Text key={text} size="sm">
          {text}
        </Text>
      ))}
      <List size="sm" spacing={4} className="annex-notes">
        {annex.rules.map((text) => (
          <List.Item key={text}>{text}</List.Item>
        ))}
      </List>
    </article>
  );
}

/** Tables of so many rows at most stay on one page of paper. */
const KEPT_ROWS = 16;

function AnnexTableView({ table: { id, title, columns, rows } }: { readonly table: AnnexTable }) {
  const { t } = useTranslation();
  return (
    <section className={rows.length <= KEPT_ROWS ? 'kept' : ''}>
      <Title order={3} size="h5" mt="lg" mb={4}>
        {title}
      </Title>
      <ScrollRegion label={t('table.scroll', { name: title })}>
        <Table captionSide="top" verticalSpacing="xs" className="twin-table" data-table={id}>
          <Table.Caption className="visually-hidden">{title}</Table.Caption>
          <Table.Thead>
            <Table.Tr>
              {columns.map((column) => (
                <Table.Th key={column.text} scope="col">
                  <Head head={column} />
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map(({ head, cells }) => (
              <Table.Tr key={head.text}>
                <Table.Th scope="row" fw={500}>
                  <Head head={head} />
                </Table.Th>
                {cells.map((cell, index) => (
                  <Table.Td key={columns[index + 1]?.text}>
                    <Cell
                      cell={cell}
                      color={columns.length === 3 ? (COLORS[index] ?? null) : null}
                    />
                  </Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </ScrollRegion>
    </section>
  );
}

function Head({ head: { text, marks } }: { readonly head: AnnexHead }) {
  return (
    <>
      {text}
      <Marks marks={marks} />
    </>
  );
}

/** Ranges are drawn where own figures stand beside those of other schools. */
const COLORS = ['var(--chart-accent)', 'var(--chart-text)'];

interface CellProps {
  readonly cell: AnnexCell;
  readonly color: string | null;
}

function Cell({ cell, color }: CellProps) {
  const { text, n, band, told, marks } = cell;
  return (
    <div className="released-cell">
      {band === null || color === null ? null : <BandBar {...band} color={color} />}
      <Text span inherit {...(told ? {} : { c: 'dimmed' })}>
        {text}
        <Marks marks={marks} />
      </Text>
      {n === null ? null : (
        <Text span size="sm" c="dimmed">
          {n}
        </Text>
      )}
    </div>
  );
}

function Marks({ marks }: Pick<AnnexHead, 'marks'>) {
  return marks.length === 0 ? null : <sup>[{marks.join(', ')}]</sup>;
}
