import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Filters } from '../../../domain/filters.ts';
import type { MetricId } from '../../../domain/metrics/registry.ts';
import { fairComparisonOptions, type FairComparison } from '../../api/fair-comparison.ts';
import type { Explanation } from '../../frame/explain-context.ts';
import { explained } from '../../frame/explanation.ts';
import { useStanding } from '../../frame/use-standing.ts';
import { panelState, type PanelState } from '../../frame/panel-state.ts';
import { useFilters } from '../../frame/use-filters.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useFairChoice } from './fair-choice.ts';

/** What a page may fix of a panel that compares schools. */
export interface FairPanelProps {
  /** The metric; the one in the address where it is left out. */
  readonly metric?: MetricId;
  /** Ids, as in the address, of schools to point out, besides those that are filtered by. */
  readonly highlighted?: readonly string[];
}

export interface FairAnswer {
  readonly metric: MetricId;
  readonly state: PanelState;
  readonly comparison: FairComparison | null;
  /** What the rate of a school is of: the people it is compared by. */
  readonly explainOf: (school: string) => Explanation;
  /** Ids of the schools to point out. */
  readonly highlighted: ReadonlySet<string>;
  /** The graduation years that were put together, in a sentence; null where none were. */
  readonly pooledNote: string | null;
  /** Why there is nothing to show, where the data say so. */
  readonly reason: string | null;
}

const NONE: readonly string[] = [];

/** Everybody but for the school: a school is compared with all others, and pointed out where it is filtered by. */
function amongAll(filters: Filters): Filters {
  const { school: _, ...others } = filters;
  return others;
}

/** Asks how schools compare, by the filters of the page but that of the school. */
export function useFairComparison({ metric, highlighted = NONE }: FairPanelProps): FairAnswer {
  const { t } = useTranslation();
  const reasonOf = useStanding();
  const choice = useFairChoice();
  const { filters, selected } = useFilters();
  const asked = metric ?? choice.metric;
  const answer = useQuery(
    fairComparisonOptions({ metric: asked, filters: amongAll(filters), pool: choice.pool }),
  );
  const chosen = selected.school ?? NONE;
  const pointedOut = useMemo(() => new Set([...chosen, ...highlighted]), [chosen, highlighted]);
  const comparison = answer.data ?? null;
  const { from = null, to = null } = comparison?.years ?? {};
  const missing = comparison?.rows.find(({ value }) => value === null) ?? null;
  return {
    metric: asked,
    state: panelState(answer),
    comparison,
    explainOf: (school) => {
      const years = comparison?.years ?? null;
      const pooled = years === null ? {} : { year: `${years.from}..${years.to}` };
      return explained(asked, amongAll(filters), { school, ...pooled });
    },
    highlighted: pointedOut,
    pooledNote: from === null ? null : t('fair.pooled', { from: String(from), to: String(to) }),
    reason: missing === null ? null : reasonOf(missing),
  };
}
