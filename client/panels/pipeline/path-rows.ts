import type { DimensionId } from '../../../domain/dimensions.ts';
import type { Filters } from '../../../domain/filters.ts';
import type { Language } from '../../../domain/language.ts';
import { RATED_STAGES, type RatedStage } from '../../../domain/pipeline/rates.ts';
import type { Figure } from '../../api/figures.ts';
import type { Cohort, CohortRow } from '../../api/pipeline.ts';
import { keyName, keyParameter } from '../../frame/named.ts';
import type { Explanation } from '../../frame/explain-context.ts';
import { explained } from '../../frame/explanation.ts';
import type { PanelTable } from '../../frame/panel-table.ts';
import { completeOnly } from './explained-stages.ts';

/** One group: how many it had, and the share that came to each stage. */
export interface PathRow {
  readonly id: string;
  readonly name: string;
  readonly candidates: number;
  readonly rates: Readonly<Record<RatedStage, Figure>>;
}

/** The rates of a group: up to the start of those with every step on record, from then on of everybody hired. */
function ratesOf({ path, everybody }: CohortRow): Readonly<Record<RatedStage, Figure>> {
  return { ...path.rates, ...everybody.rates };
}

/** Groups with their rates, those with the most people first. */
export function pathRows({ by, rows }: Cohort, language: Language): PathRow[] {
  return rows
    .map((row) => {
      const value = row.key[by] ?? null;
      return {
        id: keyParameter(value),
        name: keyName(by, value, language),
        candidates: row.candidates,
        rates: ratesOf(row),
      };
    })
    .toSorted((a, b) => b.candidates - a.candidates);
}

/** What the figures of a group are of. */
export interface PathExplanations {
  readonly candidates: Explanation;
  readonly rates: Readonly<Partial<Record<RatedStage, Explanation>>>;
}

/** The rates that are metrics of a definable set of people: those with every step on record. */
export function explainedPath(by: DimensionId, id: string, filters: Filters): PathExplanations {
  const complete = completeOnly(filters);
  return {
    candidates: explained('candidates', filters, { [by]: id }),
    rates:
      complete === null
        ? {}
        : {
            accepted: explained('acceptance_rate', complete, { [by]: id }),
            hired: explained('show_up_rate', complete, { [by]: id }),
          },
  };
}

interface Labels {
  readonly group: string;
  readonly candidates: string;
  readonly stage: (id: RatedStage) => string;
}

/** The comparison as a table that can be exported. */
export function pathsTable(by: DimensionId, rows: readonly PathRow[], labels: Labels): PanelTable {
  return {
    columns: [
      { id: 'group', label: labels.group, numeric: false },
      { id: 'candidates', label: labels.candidates, numeric: true },
      ...RATED_STAGES.map((id) => ({ id, label: labels.stage(id), numeric: true })),
    ],
    rows: rows.map(({ id, name, candidates, rates }) => ({
      id,
      cells: [
        { kind: 'text', text: name, filter: { dimension: by, value: id } },
        { kind: 'count', count: candidates },
        ...RATED_STAGES.map((stage) => ({
          kind: 'figure' as const,
          figure: rates[stage],
          unit: 'percent' as const,
        })),
      ],
    })),
  };
}
