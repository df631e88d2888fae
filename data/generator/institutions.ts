import type { City } from './places.ts';

/** What the directory says about an invented institution. */
export interface Institution {
  readonly key: InstitutionKey;
  readonly name: string;
  readonly zh: string;
  readonly code: string;
  readonly aliases: readonly string[];
  readonly city: City;
  readonly partnerSince: number;
  /** The English name used for classes before `until`; it is also among the aliases. */
  readonly formerly?: { readonly name: string; readonly until: number };
}

export type InstitutionKey =
  | 'anchor'
  | 'vocational'
  | 'industry'
  | 'regional'
  | 'renamed'
  | 'elite'
  | 'twin'
  | 'lapsed'
  | 'north'
  | 'east'
  | 'newcomer'
  | 'tiny'
  | 'overseas';

type Line = readonly [
  key: InstitutionKey,
  name: string,
  zh: string,
  aliases: string,
  city: City,
  partnerSince: number,
];

const LINES: readonly Line[] = [
  [
    'anchor',
    'Lanqi University of Technology',
    '岚栖理工大学',
    'Lanqi Tech|岚栖理工',
    'Lanqi',
    2009,
  ],
  [
    'vocational',
    'Mofeng Vocational College of Industry',
    '墨枫工业职业学院',
    'Mofeng Vocational College|墨枫工职院',
    'Mofeng',
    2012,
  ],
  [
    'industry',
    'Heyan University of Chemical Industry',
    '合砚化工大学',
    'Heyan Chemical University|合砚化大',
    'Shuyan',
    2010,
  ],
  ['regional', 'Shuyan University', '澍砚大学', 'University of Shuyan|澍大', 'Shuyan', 2013],
  [
    'renamed',
    'Luoqin University of Engineering',
    '珞沁工程大学',
    'Luoqin Institute of Engineering|珞沁工程学院',
    'Luoqin',
    2011,
  ],
  ['elite', 'Xuanlu University', '玄麓大学', 'University of Xuanlu|玄大', 'Xuanlu', 2014],
  [
    'twin',
    'Haixu Polytechnic University',
    '海栩工业大学',
    'Haixu Polytechnic|海栩工大',
    'Haixu',
    2012,
  ],
  [
    'lapsed',
    'Zhaoting University of Science and Technology',
    '棹汀科技大学',
    'Zhaoting Tech|棹汀科大',
    'Zhaoting',
    2010,
  ],
  [
    'north',
    'Suilan University of Petrochemicals (North)',
    '邃澜石化大学（北部）',
    'Suilan Petrochemicals (North)|邃澜石大（北部）',
    'Luoqin',
    2013,
  ],
  [
    'east',
    'Suilan University of Petrochemicals (East)',
    '邃澜石化大学（东部）',
    'Suilan Petrochemicals (East)|邃澜石大（东部）',
    'Haixu',
    2013,
  ],
  [
    'newcomer',
    'Tingshan Institute of Intelligent Manufacturing',
    '汀杉智能制造学院',
    'Tingshan Institute|汀杉智造',
    'Zhaoting',
    2023,
  ],
  [
    'tiny',
    'Mofeng College of Forestry',
    '墨枫林业学院',
    'Mofeng Forestry|墨枫林院',
    'Mofeng',
    2017,
  ],
  [
    'overseas',
    'Calderhaven Institute of Science',
    '考尔德港理学院',
    'Calderhaven Science|考尔德港理学研究院',
    'Calderhaven',
    2018,
  ],
];

/** The 13 institutions, in the order of the directory. */
export const INSTITUTIONS: readonly Institution[] = LINES.map(
  ([key, name, zh, aliases, city, partnerSince], index) => ({
    key,
    name,
    zh,
    code: `99${String(70001 + index * 137).padStart(8, '0')}`,
    aliases: aliases.split('|'),
    city,
    partnerSince,
    ...(key === 'renamed'
      ? { formerly: { name: 'Luoqin Institute of Engineering', until: 2019 } }
      : {}),
  }),
);

/** The name a class of this institution knew: the former one before the renaming. */
export function nameInYear(institution: Institution, graduationYear: number): string {
  const { formerly } = institution;
  return formerly !== undefined && graduationYear < formerly.until
    ? formerly.name
    : institution.name;
}
