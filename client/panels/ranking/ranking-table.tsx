import { Table, Text } from '@mantine/core';
import { RangeBar } from '../../charts/range-bar.tsx';
import { FilterName } from '../../frame/cell-content.tsx';
import type { Explanation } from '../../frame/explain-context.ts';
import { FigureButton } from '../../frame/figure-button.tsx';
import { ScrollRegion } from '../../frame/scroll-region.tsx';
import { useFormatter } from '../../frame/use-formatter.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { rangeScale, tieGroups, type RankedSchool } from './ranked-schools.ts';
import { rankWords, thirdWords } from './ranking-words.ts';

interface RankingTableProps {
  readonly caption: string;
  readonly schools: readonly RankedSchool[];
  readonly places: number;
  readonly side: 'best' | 'highest';
  readonly labels: { readonly school: string; readonly rate: string };
  /** What a school's observed rate is of; the estimate is no metric of its people alone. */
  readonly explainOf: (school: string) => Explanation;
}

/** Ranked schools with the ranges of their true rates, those that share ranks together. */
export function RankingTable({
  caption,
  schools,
  places,
  side,
  labels,
  explainOf,
}: RankingTableProps) {
  const { t } = useTranslation();
  const format = useFormatter();
  const scale = rangeScale(schools);
  return (
    <ScrollRegion label={t('table.scroll', { name: caption })}>
      <Table captionSide="top" verticalSpacing="xs" className="ranking-table">
        <Table.Caption className="visually-hidden">{caption}</Table.Caption>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t('ranking.rank')}</Table.Th>
            <Table.Th scope="col">{labels.school}</Table.Th>
            <Table.Th scope="col" className="ranking-range">
              {labels.rate}
              <span className="ranking-scale">
                <span>{format.wholePercent(scale.low)}</span>
                <span>{format.wholePercent(scale.high)}</span>
              </span>
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        {tieGroups(schools).map(({ from, to, schools: tied }) => (
          <Table.Tbody key={from} className="ranking-group">
            {tied.map((school) => (
              <Table.Tr key={school.id} className={school.isHighlighted ? 'highlighted' : ''}>
                <Table.Td>{rankWords(school)}</Table.Td>
                <Table.Th scope="row" fw={500}>
                  <FilterName
                    text={school.name}
                    filter={{ dimension: 'school', value: school.id }}
                  />
                  <Text size="xs" c="dimmed">
                    {thirdWords(school.bestThird, places, side, format, t)}
                  </Text>
                </Table.Th>
                <Table.Td>
                  <RangeBar {...school} middle={school.mean} scale={scale} />
                  <Text size="xs" c="dimmed" className="ranking-numbers">
                    <span>{format.value('percent', school.mean)}</span>
                    <span>{format.interval('percent', school.low, school.high)}</span>
                    <span>
                      <FigureButton
                        figure={school.observed}
                        unit="percent"
                        explain={explainOf(school.id)}
                      >
                        {t('ranking.observed', {
                          x: format.count(school.x),
                          n: format.count(school.n),
                          rate: format.value('percent', school.rate),
                        })}
                      </FigureButton>
                    </span>
                  </Text>
                </Table.Td>
              </Table.Tr>
            ))}
            {to > from ? (
              <Table.Tr>
                <Table.Td colSpan={3} className="ranking-tied">
                  {t('ranking.tied', { ranks: rankWords({ best: from, worst: to }) })}
                </Table.Td>
              </Table.Tr>
            ) : null}
          </Table.Tbody>
        ))}
      </Table>
    </ScrollRegion>
  );
}
