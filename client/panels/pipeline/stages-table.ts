import type { OutcomeId } from '../../../domain/outcomes.ts';
import { outcomesAt } from '../../../domain/pipeline/stages.ts';
import type { Explanation } from '../../frame/explain-context.ts';
import type { PanelTable } from '../../frame/panel-table.ts';
import type { StageBar } from './stage-segments.ts';

interface Labels {
  readonly stage: string;
  readonly people: string;
  readonly what: string;
  readonly here: string;
  readonly stageName: (id: StageBar['id']) => string;
}

/**
 * The stages as a table: a row for the people who came so far, and one for each reason why others did not.
 * @param explainOf what a count of people with some outcomes is of.
 */
export function stagesTable(
  bars: readonly StageBar[],
  labels: Labels,
  explainOf: (outcomes: readonly OutcomeId[]) => Explanation | undefined,
): PanelTable {
  return {
    columns: [
      { id: 'stage', label: labels.stage, numeric: false },
      { id: 'what', label: labels.what, numeric: false },
      { id: 'people', label: labels.people, numeric: true },
    ],
    rows: bars.flatMap(({ id, count, segments }) => [
      {
        id,
        cells: [
          { kind: 'text' as const, text: labels.stageName(id) },
          { kind: 'text' as const, text: labels.here },
          { kind: 'count' as const, count, explain: explainOf(outcomesAt(id)) },
        ],
      },
      ...segments.flatMap(({ outcome, label, count: people }) =>
        outcome === null
          ? []
          : [
              {
                id: `${id}-${outcome}`,
                cells: [
                  { kind: 'text' as const, text: labels.stageName(id) },
                  {
                    kind: 'text' as const,
                    text: label,
                    filter: { dimension: 'outcome' as const, value: outcome },
                  },
                  { kind: 'count' as const, count: people, explain: explainOf([outcome]) },
                ],
              },
            ],
      ),
    ]),
  };
}
