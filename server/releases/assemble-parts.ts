import { DIMENSIONS, type DimensionId } from '../../domain/dimensions.ts';
import type { MetricId } from '../../domain/metrics/registry.ts';
import { foldSmall } from '../../domain/releases/fold-small.ts';
import { HIRES_DIVIDED_BY, RELEASED_METRICS } from '../../domain/releases/released-metrics.ts';
import type {
  ReleasedKeyValue,
  ReleasedPart,
  ReleasedRow,
  ReleasedTable,
  ReleaseScope,
} from '../../domain/releases/release.ts';
import type { ReleaseRules } from '../../domain/releases/rules.ts';
import { compareValues } from '../analytics/order.ts';
import type { KeyValue, Names } from '../store/ports.ts';
import { cellId } from './cell.ts';
import { CUT_IDS, CUTS, yearsOf, type CutId } from './cuts.ts';
import { NOT_TOLD } from './figures.ts';
import { horizonOf, type Everything, type HolderKind } from './read-everything.ts';
import { valuesOf, type Slot } from './slots.ts';

interface Sources {
  readonly everything: Everything;
  readonly slots: ReadonlyMap<string, Slot>;
  readonly names: Names;
  readonly rules: ReleaseRules;
}

/** Whose part is assembled: a school, or a college of one. */
interface Owner {
  readonly kind: HolderKind;
  readonly id: number;
  readonly school: number;
}

const OTHER = { other: true, name: 'Other', nameZh: '其他' } as const;
const DEGREE_ORDER: readonly string[] = Object.keys(DIMENSIONS.degree.codes);

function keyValue(dimension: DimensionId, value: KeyValue, names: Names): ReleasedKeyValue {
  const { kind } = DIMENSIONS[dimension];
  if (value === null || kind === 'number' || kind === 'enumeration') return value;
  return { id: value, ...names.of(dimension, value) };
}

/** Years and degrees in their own order, majors by hires; blank last. */
function ordered(
  cut: CutId,
  values: readonly KeyValue[],
  hires: (value: KeyValue) => number,
): KeyValue[] {
  return values.toSorted((a, b) => {
    if (a === null || b === null) return compareValues(a, b);
    if (cut === 'degree') return DEGREE_ORDER.indexOf(String(a)) - DEGREE_ORDER.indexOf(String(b));
    return (cut === 'major' ? hires(b) - hires(a) : 0) || compareValues(a, b);
  });
}

function tableOf(
  metric: MetricId,
  cut: CutId,
  owner: Owner,
  { everything, slots, names }: Sources,
): ReleasedTable {
  const { by, dimension } = CUTS[cut];
  const years = yearsOf(cut, everything.calendar, horizonOf(metric));
  const hires = everything.groups('hires', owner.kind, cut).get(owner.id);
  const count = (value: KeyValue): number => hires?.get(value)?.measures.hires ?? 0;
  const rows = ordered(cut, valuesOf(everything, owner.kind, owner.id, cut), count).map(
    (value): ReleasedRow => {
      const people = { holder: { kind: owner.kind, id: owner.id }, cut, value, years };
      const benchmark = { ...people, holder: { kind: 'partners' as const, id: owner.school } };
      const own = slots.get(cellId(metric, people))?.said ?? NOT_TOLD;
      const partners = slots.get(cellId(metric, benchmark))?.said ?? NOT_TOLD;
      return {
        key:
          dimension === null
            ? cut === 'recent' && years !== null
              ? { last_three_years: years }
              : {}
            : { [dimension]: keyValue(dimension, value, names) },
        own: own.figure,
        partners: { ...partners.figure, n: null },
        why: { own: own.why, partners: partners.why },
      };
    },
  );
  return { metric, by, rows };
}

function dividedTable(
  by: (typeof HIRES_DIVIDED_BY)[number],
  owner: Owner,
  { everything, names, rules }: Sources,
): ReleasedTable {
  const years = yearsOf('recent', everything.calendar, null);
  const counts = everything.divided(by, owner.kind).get(owner.id) ?? [];
  const sorted = counts.toSorted((a, b) => compareValues(a.value, b.value));
  const { shown, other } = foldSmall(sorted, rules.leastShown);
  const row = (value: ReleasedKeyValue, count: number): ReleasedRow => ({
    key: { last_three_years: years, [by]: value },
    own: { value: count, n: count, status: 'ok' },
    partners: NOT_TOLD.figure,
    why: { own: null, partners: null },
  });
  return {
    metric: 'hires',
    by: ['last_three_years', by],
    rows: [
      ...shown.map(({ value, count }) => row(keyValue(by, value, names), count)),
      ...(other === null ? [] : [row(OTHER, other)]),
    ],
  };
}

function partOf(scope: ReleaseScope, owner: Owner, sources: Sources): ReleasedPart {
  const cuts = CUT_IDS.filter((cut) => owner.kind === 'school' || CUTS[cut].ofColleges);
  return {
    scope,
    tables: [
      ...RELEASED_METRICS.flatMap((metric) =>
        cuts.map((cut) => tableOf(metric, cut, owner, sources)),
      ),
      ...HIRES_DIVIDED_BY.map((by) => dividedTable(by, owner, sources)),
    ],
  };
}

/** The parts of a release, a school's before those of its colleges. */
export function assembleParts(schools: readonly number[], sources: Sources): ReleasedPart[] {
  const { names, everything } = sources;
  return schools.flatMap((id) => {
    const school = { id, ...names.of('school', id) };
    const colleges = everything.colleges
      .filter((college) => college.school === id)
      .toSorted((a, b) => a.id - b.id);
    return [
      partOf({ school, college: null }, { kind: 'school', id, school: id }, sources),
      ...colleges.map((one) => {
        const college = { id: one.id, ...names.of('college', one.id) };
        return partOf({ school, college }, { kind: 'college', id: one.id, school: id }, sources);
      }),
    ];
  });
}
