import { lazy, Suspense } from 'react';
import type { MetricId } from '../../../domain/metrics/registry.ts';
import { Panel } from '../../frame/panel.tsx';
import { PanelSkeleton } from '../../frame/panel-skeleton.tsx';
import type { Picks } from '../../frame/picks.ts';
import type { PanelState } from '../../frame/panel-state.ts';
import type { CountItem } from './count-items.ts';
import { countsTable } from './counts-table.ts';

const BarList = lazy(async () => {
  const { BarList: component } = await import('../../charts/bar-list.tsx');
  return { default: component };
});

interface CountsPanelProps extends Partial<Picks> {
  readonly id: string;
  readonly question: string;
  readonly metrics: readonly MetricId[];
  readonly state: PanelState;
  readonly items: readonly CountItem[] | null;
  /** Headings of the names and of the numbers in the table. */
  readonly labels: { readonly name: string; readonly count: string };
  readonly answer?: string | null;
  readonly note?: string;
}

/** A panel of a few counts as horizontal bars. */
export function CountsPanel(props: CountsPanelProps) {
  const {
    id,
    question,
    metrics,
    state,
    items,
    labels,
    answer = null,
    note,
    onPick,
    onPoint,
  } = props;
  const list = items ?? [];
  const label = `${question} ${list.map((item) => `${item.label}: ${item.value}`).join(', ')}`;
  return (
    <Panel
      id={id}
      question={question}
      metrics={metrics}
      state={state}
      skeleton="bars"
      table={items === null ? null : countsTable(items, labels)}
      answer={answer}
      note={note}
    >
      <Suspense fallback={<PanelSkeleton shape="bars" />}>
        <BarList
          label={label}
          items={list.map((item) => ({ ...item, pickable: item.filter !== undefined }))}
          {...(onPick === undefined ? {} : { onPick, onPoint })}
        />
      </Suspense>
    </Panel>
  );
}
