import type { Language } from '../../../domain/language.ts';
import type { FairComparison, FairRow } from '../../api/fair-comparison.ts';
import { keyName, keyParameter } from '../../frame/named.ts';

/** A school in the funnel plot. */
export interface FunnelSchool {
  /** As it stands in the address. */
  readonly id: string;
  readonly name: string;
  readonly n: number;
  readonly rate: number;
  /** Null below ten people, where nothing is said. */
  readonly differs: boolean | null;
  readonly isHighlighted: boolean;
  readonly row: FairRow;
}

/** The schools that have a rate, those that differ and are pointed out last, so that they are drawn on top. */
export function funnelSchools(
  comparison: FairComparison,
  highlighted: ReadonlySet<string>,
  language: Language,
): FunnelSchool[] {
  const weight = ({ differs, isHighlighted }: FunnelSchool) =>
    2 * Number(isHighlighted) + Number(differs === true);
  return comparison.rows
    .flatMap((row) => {
      const school = row.key['school'] ?? null;
      const id = keyParameter(school);
      return row.value === null
        ? []
        : [
            {
              id,
              name: keyName('school', school, language),
              n: row.n,
              rate: row.value,
              differs: row.differs,
              isHighlighted: highlighted.has(id),
              row,
            },
          ];
    })
    .toSorted((a, b) => weight(a) - weight(b) || a.n - b.n || Number(a.id) - Number(b.id));
}

/** What the plot says: which schools differ from the whole, and to which side; null where too few can be looked at. */
export interface FunnelFinding {
  /** How many schools were looked at: those of at least ten people. */
  readonly of: number;
  readonly higher: readonly string[];
  readonly lower: readonly string[];
}

/** Which schools differ from the whole, those with the most people first. */
export function funnelFinding(
  schools: readonly FunnelSchool[],
  whole: FairComparison['whole'],
): FunnelFinding | null {
  const { value } = whole;
  const of = schools.filter(({ differs }) => differs !== null).length;
  if (value === null || whole.status !== 'ok' || of < 2) return null;
  const differing = schools
    .filter(({ differs }) => differs === true)
    .toSorted((a, b) => b.n - a.n || Number(a.id) - Number(b.id));
  return {
    of,
    higher: differing.filter(({ rate }) => rate > value).map(({ name }) => name),
    lower: differing.filter(({ rate }) => rate <= value).map(({ name }) => name),
  };
}
