import './frame.css';
import { Box, Paper, Text } from '@mantine/core';
import { useEffect, useId, useRef, type ReactNode } from 'react';
import { metric, type MetricId } from '../../domain/metrics/registry.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { Drawn } from './drawn.tsx';
import { Legend, type LegendItem } from './legend.tsx';
import { PanelContentsContext, type WholeTable } from './panel-contents.ts';
import { PanelHeading } from './panel-heading.tsx';
import { Failed, NothingHere } from './panel-message.tsx';
import { PanelSkeleton, type SkeletonShape } from './panel-skeleton.tsx';
import type { PanelState } from './panel-state.ts';
import type { PanelTable } from './panel-table.ts';
import { TwinTable } from './twin-table.tsx';
import { toggled } from './use-filters.ts';
import { useViewState, valuesOf } from './use-view-state.ts';

const NO_LEGEND: readonly LegendItem[] = [];

interface PanelProps {
  /** Names the panel in the address and in file names. */
  readonly id: string;
  /** The question that the panel answers. */
  readonly question: string;
  readonly metrics: readonly MetricId[];
  readonly state: PanelState;
  readonly skeleton: SkeletonShape;
  /** The panel's numbers, or null before they are there. No rows means that there is nothing to show. */
  readonly table: PanelTable | null;
  readonly legend?: readonly LegendItem[];
  /** The answer to the question in one computed sentence; null where the sample is too small to say it. */
  readonly answer?: string | null;
  /** What one can choose, over the chart or its table, also where there is nothing to show. */
  readonly controls?: ReactNode;
  /** What stands in the place of an empty table; else it is said that nothing matches. */
  readonly empty?: ReactNode;
  /** A sentence under the chart. */
  readonly note?: ReactNode;
  /** Whether the panel shows its table itself, so that it needs no twin. */
  readonly isTable?: boolean;
  /** Reads the table that is exported, where the panel shows only a part of it. */
  readonly whole?: () => Promise<WholeTable>;
  readonly children: ReactNode;
}

/** The frame of every panel: its question, metric, definition, menu, and its four states. */
export function Panel(props: PanelProps) {
  const {
    id,
    question,
    metrics,
    state,
    skeleton,
    table,
    legend = NO_LEGEND,
    answer = null,
    empty,
    note,
    isTable = false,
  } = props;
  const language = useLanguage();
  const { parameters, change } = useViewState();
  const frame = useRef<HTMLElement>(null);
  const headingId = useId();
  // A copied link names the panel, which is there only after the page's code and first answer.
  useEffect(() => {
    if (window.location.hash === `#${id}`) frame.current?.scrollIntoView();
  }, [id]);
  const tables = valuesOf(parameters, 'table');
  const asTable = tables.includes(id);
  const subtitle = metrics.map((name) => metric(name).label[language]).join(' · ');

  const contents = {
    id,
    title: question,
    subtitle,
    metrics,
    table,
    whole: props.whole,
    legend,
    panel: frame,
    asTable: isTable ? null : asTable,
    onAsTable: () => change({ table: toggled(tables, id) }),
  };

  return (
    <Paper
      component="section"
      className="panel"
      id={id}
      ref={frame}
      aria-labelledby={headingId}
      withBorder
    >
      <PanelContentsContext value={contents}>
        <PanelHeading id={headingId} {...{ question, subtitle, metrics }} />
      </PanelContentsContext>
      {props.controls === undefined ? null : <Box mt="sm">{props.controls}</Box>}
      <Box className="panel-body" mt="md">
        <PanelBody
          {...{ state, skeleton, table, legend, answer, empty, note }}
          twin={asTable && !isTable ? question : null}
        >
          {props.children}
        </PanelBody>
      </Box>
    </Paper>
  );
}

interface PanelBodyProps extends Pick<
  PanelProps,
  'state' | 'skeleton' | 'table' | 'legend' | 'answer' | 'empty' | 'note' | 'children'
> {
  /** The caption of the table that takes the chart's place, or null. */
  readonly twin: string | null;
}

function PanelBody({
  state,
  skeleton,
  table,
  legend = NO_LEGEND,
  answer,
  empty,
  note,
  twin,
  children,
}: PanelBodyProps) {
  if (state.kind === 'error') return <Failed error={state.error} retry={state.retry} />;
  if (state.kind === 'loading' || table === null) return <PanelSkeleton shape={skeleton} />;
  if (table.rows.length === 0) return empty ?? <NothingHere />;
  return (
    <Drawn hold={state.stale}>
      {answer === null ? null : <Text className="panel-answer">{answer}</Text>}
      {twin === null ? children : <TwinTable caption={twin} table={table} />}
      {twin === null && legend.length > 0 ? <Legend items={legend} /> : null}
      {note === undefined ? null : (
        <Text size="sm" c="dimmed" mt="sm">
          {note}
        </Text>
      )}
    </Drawn>
  );
}
