import type { Language } from '../../../domain/language.ts';
import { CONVERSION_FACTORS, type ConversionFactor } from '../../../domain/pipeline/rates.ts';
import type { Figure } from '../../api/figures.ts';
import type { Cohort } from '../../api/pipeline.ts';
import { keyName, keyParameter } from '../../frame/named.ts';
import type { PanelTable } from '../../frame/panel-table.ts';

interface Labels {
  readonly group: string;
  readonly all: string;
  readonly eligible: string;
  readonly factor: (id: ConversionFactor) => string;
}

/** A proportion's numerator: how many of its n. */
export function numerator({ value, n }: Figure): number {
  return Math.round((value ?? 0) * n);
}

/** The conversion of interns as a table: everybody together, then the groups that had an eligible intern. */
export function conversionTable(
  { by, total, rows }: Cohort,
  labels: Labels,
  language: Language,
): PanelTable {
  const cells = (conversion: Cohort['total']['conversion']) => [
    { kind: 'count' as const, count: conversion.conversion.n },
    ...CONVERSION_FACTORS.map((id) => ({
      kind: 'figure' as const,
      figure: conversion[id],
      unit: 'percent' as const,
    })),
  ];
  const groups = rows.filter(({ conversion }) => conversion.conversion.n > 0);
  return {
    columns: [
      { id: 'group', label: labels.group, numeric: false },
      { id: 'eligible', label: labels.eligible, numeric: true },
      ...CONVERSION_FACTORS.map((id) => ({ id, label: labels.factor(id), numeric: true })),
    ],
    rows:
      total.conversion.conversion.n === 0
        ? []
        : [
            {
              id: 'all',
              cells: [{ kind: 'text', text: labels.all }, ...cells(total.conversion)],
            },
            ...groups.map((row) => {
              const value = row.key[by] ?? null;
              const filter = { dimension: by, value: keyParameter(value) };
              return {
                id: `=${filter.value}`,
                cells: [
                  { kind: 'text' as const, text: keyName(by, value, language), filter },
                  ...cells(row.conversion),
                ],
              };
            }),
          ],
  };
}
