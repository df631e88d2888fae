import type { Bilingual } from '../language.ts';
import type { MetricId } from '../metrics/registry.ts';
import type { ReasonId, Status } from '../metrics/value.ts';
import type { ReleaseRules } from './rules.ts';

/**
 * One published figure. `ok`: a count, or pay rounded; `banded`: a rate from `low` on, below `high`; `withheld`: not
 * told; the other statuses mean what they mean everywhere. n is left out wherever it must not be known.
 */
export interface ReleasedFigure {
  readonly value: number | null;
  readonly n: number | null;
  readonly low?: number;
  readonly high?: number;
  readonly status: Exclude<Status, 'small'> | 'banded' | 'withheld';
  readonly reason?: ReasonId;
  /** The as-of day of a figure that is repeated from an earlier release, ISO; left out where it is the release's own. */
  readonly asOf?: string;
}

/** Why a figure is withheld or old: for HR only. */
export const WITHHELD_BECAUSE = {
  small: { en: 'Too few people', zh: '人数过少' },
  complementary: {
    en: 'Together with other published figures it would give a few people away',
    zh: '与其他已发布的数据结合会暴露少数人的情况',
  },
  repeats: {
    en: 'Hardly anything changed since it was published, so that value stands',
    zh: '自上次发布以来变化很小，沿用原值',
  },
  few_changed: {
    en: 'Few people changed since an earlier release, so that the two together would give them away',
    zh: '与较早的发布相比仅少数人有变化，两者结合会暴露这些人的情况',
  },
  nothing_to_compare: {
    en: 'No own figure to compare it with',
    zh: '没有可与之比较的本校数据',
  },
  few_schools: { en: 'Too few other schools', zh: '其他学校数量不足' },
  few_people: { en: 'Too few people at other schools', zh: '其他学校人数过少' },
  dominated: { en: 'One or two schools are most of it', zh: '主要由一两所学校构成' },
} as const satisfies Record<string, Bilingual>;

export type WithheldBecause = keyof typeof WITHHELD_BECAUSE;

export interface NamedEntry {
  readonly id: number;
  readonly name: string;
  readonly nameZh: string | null;
}

/** A value of a dimension with its names, a year or code, null for blank; or everything that was folded together. */
export type ReleasedKeyValue =
  | { readonly id: number | string; readonly name: string; readonly nameZh: string | null }
  | { readonly other: true; readonly name: string; readonly nameZh: string }
  | { readonly from: number; readonly to: number }
  | number
  | string
  | null;

/** What a table is divided by: dimensions, or `last_three_years`, the last three years complete for its metric. */
export type ReleasedBy =
  'year' | 'degree' | 'major' | 'last_three_years' | 'department' | 'city' | 'channel';

export interface ReleasedRow {
  readonly key: Readonly<Partial<Record<ReleasedBy, ReleasedKeyValue>>>;
  readonly own: ReleasedFigure;
  /** The same of all other schools together. */
  readonly partners: ReleasedFigure;
  readonly why: { readonly own: WithheldBecause | null; readonly partners: WithheldBecause | null };
}

export interface ReleasedTable {
  readonly metric: MetricId;
  readonly by: readonly ReleasedBy[];
  readonly rows: readonly ReleasedRow[];
}

export interface ReleaseScope {
  readonly school: NamedEntry;
  readonly college: NamedEntry | null;
}

/** What one dean gets: a school's or a college's part of a release. */
export interface ReleasedPart {
  readonly scope: ReleaseScope;
  readonly tables: readonly ReleasedTable[];
}

/** What holds for all parts of a release. */
export interface ReleaseHead {
  readonly rules: ReleaseRules;
  readonly currency: string;
}
