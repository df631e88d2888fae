import { createContext, type RefObject } from 'react';
import type { MetricId } from '../../domain/metrics/registry.ts';
import type { LegendItem } from './legend.tsx';
import type { PanelTable } from './panel-table.ts';

/** A table that is exported whole; `cut` where it holds only the first of more rows. */
export interface WholeTable {
  readonly table: PanelTable;
  readonly cut: { readonly shown: number; readonly total: number } | null;
}

/** What a panel's menu takes its pictures and files from. */
export interface PanelContents {
  readonly id: string;
  readonly title: string;
  readonly subtitle: string;
  readonly metrics: readonly MetricId[];
  readonly table: PanelTable | null;
  /** Reads the table that is exported, where the panel shows only a part of it. */
  readonly whole: (() => Promise<WholeTable>) | undefined;
  readonly legend: readonly LegendItem[];
  readonly panel: RefObject<HTMLElement | null>;
  /** Whether the table stands in the chart's place; null where the panel is a table anyway. */
  readonly asTable: boolean | null;
  readonly onAsTable: () => void;
}

/** The contents of the panel that a menu stands in: read by an open menu alone, a closed one is not drawn anew. */
export const PanelContentsContext = createContext<PanelContents | null>(null);
