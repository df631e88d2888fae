/** An invented province and its Chinese name. */
export const PROVINCES = {
  Heyan: '合砚省',
  Suilan: '邃澜省',
  Tingshan: '汀杉省',
  Westmere: '韦斯特米尔',
} as const satisfies Record<string, string>;

export type Province = keyof typeof PROVINCES;

/** Invented cities: Chinese name and province. Lanqi has the main plant. */
export const CITIES = {
  Lanqi: { zh: '岚栖', province: 'Heyan' },
  Shuyan: { zh: '澍砚', province: 'Heyan' },
  Mofeng: { zh: '墨枫', province: 'Heyan' },
  Haixu: { zh: '海栩', province: 'Suilan' },
  Luoqin: { zh: '珞沁', province: 'Suilan' },
  Xuanlu: { zh: '玄麓', province: 'Tingshan' },
  Zhaoting: { zh: '棹汀', province: 'Tingshan' },
  Calderhaven: { zh: '考尔德港', province: 'Westmere' },
} as const satisfies Record<string, { zh: string; province: Province }>;

export type City = keyof typeof CITIES;

/** Bases where interns work; `city` is where they stand. */
export const INTERNSHIP_BASES = {
  'Lanqi Main Plant Base': { zh: '岚栖主厂区实习基地', city: 'Lanqi' },
  'Lanqi Pilot Plant Base': { zh: '岚栖中试实习基地', city: 'Lanqi' },
  'Haixu Coastal Base': { zh: '海栩沿海实习基地', city: 'Haixu' },
  'Xuanlu Research Base': { zh: '玄麓研发实习基地', city: 'Xuanlu' },
  'Mofeng Joint Training Base': { zh: '墨枫校企共建实训基地', city: 'Mofeng' },
} as const satisfies Record<string, { zh: string; city: City }>;

export type InternshipBase = keyof typeof INTERNSHIP_BASES;
