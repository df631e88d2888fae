import type { DimensionId } from '../../domain/dimensions.ts';
import type { Filters } from '../../domain/filters.ts';
import { join, type Join, type JoinedSums, type JoinId } from '../../domain/joins.ts';
import type { Aggregator, KeyValue, Selection } from '../store/ports.ts';
import { foldJoin, type JoinCells } from './fold-join.ts';

/** The filters with people let in who are blank in a loose dimension: they may belong. */
function withBlanks(where: Filters, loose: readonly DimensionId[]): Filters {
  const { degree, college, department } = where;
  return {
    ...where,
    ...(degree !== undefined && loose.includes('degree') ? { degree: [...degree, null] } : {}),
    ...(college !== undefined && loose.includes('college') ? { college: [...college, null] } : {}),
    ...(department !== undefined && loose.includes('department')
      ? { department: [...department, null] }
      : {}),
  };
}

function cellDimensions({ key, loose, undivided }: Join, { by, where }: Selection): DimensionId[] {
  const asked = [...loose, ...undivided].filter((id) => where[id] !== undefined);
  return [...new Set([...by, ...key, ...asked])];
}

/**
 * Where facts meet in every group of a selection, and in its total.
 * @returns the versions the figures belong to, and a look-up by group key; null asks for the total.
 */
export async function readJoins(
  aggregator: Aggregator,
  selection: Selection,
  ids: readonly JoinId[],
) {
  const versions: number[] = [];
  const read: { id: JoinId; cells: JoinCells }[] = [];
  for (const id of ids) {
    const definition = join(id);
    const dimensions = cellDimensions(definition, selection);
    const per = await aggregator.aggregate({
      ...selection,
      by: dimensions,
      measures: [definition.per],
    });
    const of = await aggregator.aggregate({
      ...selection,
      by: dimensions,
      where: withBlanks(selection.where, definition.loose),
      measures: [definition.of, ...(definition.undated === null ? [] : [definition.undated])],
    });
    versions.push(per.version, of.version);
    read.push({ id, cells: { join: definition, dimensions, of: of.cells, per: per.cells } });
  }
  const { by, where, asOf } = selection;
  const groups = read.map(({ id, cells }) => ({ id, of: foldJoin(cells, by, where, asOf) }));
  const totals = read.map(({ id, cells }) => ({ id, of: foldJoin(cells, [], where, asOf) }));
  const sumsOf = (key: readonly KeyValue[] | null): Partial<Record<JoinId, JoinedSums>> =>
    Object.fromEntries((key === null ? totals : groups).map(({ id, of }) => [id, of(key ?? [])]));
  return { versions, of: sumsOf };
}
