import type { DimensionId } from '../../../domain/dimensions.ts';
import type { Language } from '../../../domain/language.ts';
import { SMALL_N } from '../../../domain/metrics/value.ts';
import type { Figure } from '../../api/figures.ts';
import type { RetentionCurve } from '../../api/retention.ts';
import type { SurvivalMonth, SurvivalSeries, SurvivalStep } from '../../charts/survival-series.ts';
import { keyName, keyParameter } from '../../frame/named.ts';
import type { PanelCell, PanelTable } from '../../frame/panel-table.ts';

/** The id of the curve of everybody else. */
const OTHERS_ID = 'others';

/** A group of the answer with its name. */
export interface CurveGroup {
  readonly id: string;
  readonly name: string;
  readonly row: RetentionCurve;
}

/** The groups of an answer by name; ids are values as they stand in the address, but for everybody else. */
export function curveGroups(
  rows: readonly RetentionCurve[],
  by: DimensionId,
  language: Language,
  othersName: string,
): CurveGroup[] {
  return rows.map((row) => {
    if (row.others === true) return { id: OTHERS_ID, name: othersName, row };
    const value = row.key[by] ?? null;
    return { id: `=${keyParameter(value)}`, name: keyName(by, value, language), row };
  });
}

/** The value of a group's id as it stands in the address, or null for everybody else. */
export function valueOfGroup(id: string): string | null {
  return id.startsWith('=') ? id.slice(1) : null;
}

/** The curve as steps: before anybody left it stands at 1, with the interval of each month. */
function stepsOf({ points, monthly }: RetentionCurve): SurvivalStep[] {
  const first = points[0]?.day ?? Infinity;
  return [...monthly.filter(({ day }) => day < first), ...points].map(
    ({ day, survival, low, high }) => ({ day, survival, low, high }),
  );
}

/** The curves to draw, of those groups that have one. */
export function survivalSeries(
  groups: readonly CurveGroup[],
  colorOf: (id: string) => string,
): SurvivalSeries[] {
  return groups.flatMap(({ id, name, row }) =>
    row.lastDay === null
      ? []
      : [
          {
            id,
            label: name,
            color: colorOf(id),
            steps: stepsOf(row),
            lastDay: row.lastDay,
            smallFrom: row.smallFrom,
            months: row.monthly,
            pickable: id !== OTHERS_ID,
          },
        ],
  );
}

/** The months that the table lists: every half year up to three years, then every year. */
const isListed = ({ month }: SurvivalMonth): boolean =>
  month > 0 && month % (month <= 36 ? 6 : 12) === 0;

interface Labels {
  readonly group: string;
  readonly months: string;
  readonly staying: string;
  readonly interval: string;
  readonly atRisk: string;
}

type TableRow = PanelTable['rows'][number];

/** A group at its listed months, or in one row that says why it has no curve. */
function tableRows(
  { id, name, row }: CurveGroup,
  by: DimensionId,
  intervalOf: (at: SurvivalMonth) => string,
): TableRow[] {
  const value = valueOfGroup(id);
  const filter = value === null ? undefined : { dimension: by, value };
  const tableRow = (
    rowId: string,
    months: PanelCell,
    figure: Figure,
    interval: string,
    atRisk: number,
  ): TableRow => ({
    id: rowId,
    cells: [
      { kind: 'text', text: name, filter },
      months,
      { kind: 'figure', unit: 'percent', figure },
      { kind: 'text', text: interval },
      { kind: 'count', count: atRisk },
    ],
  });
  if (row.lastDay === null) {
    const { n, status, reason } = row;
    const figure = { value: null, n, status, ...(reason === undefined ? {} : { reason }) };
    return [tableRow(id, { kind: 'text', text: '' }, figure, '', 0)];
  }
  return row.monthly.filter(isListed).map((at) =>
    tableRow(
      `${id} ${at.month}`,
      { kind: 'count', count: at.month },
      {
        value: at.survival,
        n: row.n,
        low: at.low,
        high: at.high,
        status: at.atRisk < SMALL_N ? 'small' : 'ok',
      },
      intervalOf(at),
      at.atRisk,
    ),
  );
}

/** The curves as a table: for each group and time how many are still there, with interval and people followed. */
export function survivalTable(
  groups: readonly CurveGroup[],
  by: DimensionId,
  labels: Labels,
  intervalOf: (at: SurvivalMonth) => string,
): PanelTable {
  return {
    columns: [
      { id: 'group', label: labels.group, numeric: false },
      { id: 'months', label: labels.months, numeric: true },
      { id: 'staying', label: labels.staying, numeric: true },
      { id: 'interval', label: labels.interval, numeric: true },
      { id: 'atRisk', label: labels.atRisk, numeric: true },
    ],
    rows: groups.flatMap((group) => tableRows(group, by, intervalOf)),
  };
}
