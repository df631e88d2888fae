import { Stack, Text } from '@mantine/core';
import { useMemo } from 'react';
import { DIMENSIONS } from '../../../domain/dimensions.ts';
import { metric } from '../../../domain/metrics/registry.ts';
import { Panel } from '../../frame/panel.tsx';
import type { PanelTable } from '../../frame/panel-table.ts';
import { useFormatter } from '../../frame/use-formatter.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useFairComparison, type FairPanelProps } from '../fair/use-fair-comparison.ts';
import { rankedSchools, type RankedSchool } from './ranked-schools.ts';
import { RankingTable } from './ranking-table.tsx';
import { rankingAnswer, rankWords, sideOf, thirdWords } from './ranking-words.ts';

/** The ranking as it is exported; the estimate with its interval, and the rate it comes from. */
function exportTable(
  schools: readonly RankedSchool[],
  labels: Readonly<Record<'rank' | 'school' | 'estimate' | 'rate' | 'third', string>>,
  words: (school: RankedSchool) => string,
): PanelTable {
  return {
    columns: [
      { id: 'rank', label: labels.rank, numeric: false },
      { id: 'school', label: labels.school, numeric: false },
      { id: 'estimate', label: labels.estimate, numeric: true },
      { id: 'rate', label: labels.rate, numeric: true },
      { id: 'third', label: labels.third, numeric: false },
    ],
    rows: schools.map((school) => {
      const { id, name, mean, low, high, n, rate } = school;
      return {
        id,
        cells: [
          { kind: 'text', text: rankWords(school) },
          { kind: 'text', text: name },
          { kind: 'figure', unit: 'percent', figure: { value: mean, n, low, high, status: 'ok' } },
          { kind: 'figure', unit: 'percent', figure: { value: rate, n, status: 'ok' } },
          { kind: 'text', text: words(school) },
        ],
      };
    }),
  };
}

/** Who is best, as far as can be told? Estimated true rates as ranges, ties as ties. */
export function RankingPanel(props: FairPanelProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const format = useFormatter();
  const fair = useFairComparison(props);
  const { metric: id, state, comparison, highlighted, pooledNote } = fair;
  const schools = useMemo(
    () => (comparison === null ? [] : rankedSchools(comparison, highlighted, language)),
    [comparison, highlighted, language],
  );
  const side = sideOf(comparison?.better ?? 'neither');
  const places = comparison?.ranking.places ?? 0;
  const third = ({ bestThird }: RankedSchool) => thirdWords(bestThird, places, side, format, t);
  const labels = {
    rank: t('ranking.rank'),
    school: DIMENSIONS.school.label[language],
    estimate: t('ranking.estimate', { metric: metric(id).label[language] }),
    rate: metric(id).label[language],
    third: t('ranking.thirdLabel'),
  };
  const question = t(`ranking.question.${side}`);
  const notes = [t('ranking.note'), ...(pooledNote === null ? [] : [pooledNote])];
  const { schools: large = 0, needs = 0 } = comparison?.ranking ?? {};
  return (
    <Panel
      id="ranking"
      question={question}
      metrics={[id]}
      state={state}
      skeleton="table"
      table={comparison === null ? null : exportTable(schools, labels, third)}
      answer={
        comparison === null || schools.length === 0
          ? null
          : rankingAnswer(schools, comparison, language, format, t)
      }
      empty={
        <Stack gap="xs" py="md">
          <Text fw={600}>
            {t('ranking.none', { needs: format.count(needs), large: format.count(large) })}
          </Text>
          <Text c="dimmed">{t('ranking.noneWhy')}</Text>
        </Stack>
      }
      note={notes.join(language === 'zh' ? '' : ' ')}
      isTable
    >
      <RankingTable
        caption={question}
        schools={schools}
        places={places}
        side={side}
        labels={{ school: labels.school, rate: labels.estimate }}
        explainOf={fair.explainOf}
      />
    </Panel>
  );
}
