/** Disciplines and their Chinese names. */
export const FAMILIES = {
  'Chemistry & Chemical Engineering': '化学与化工',
  Materials: '材料',
  'Mechanical & Equipment': '机械与装备',
  'Electrical & Automation': '电气与自动化',
  'Safety & Environment': '安全与环境',
  'Computing & Data': '计算机与数据',
  'Management & Business': '管理与商务',
} as const satisfies Record<string, string>;

export type Family = keyof typeof FAMILIES;

/** A major; `demand` is its relative weight among the people who apply. */
export interface Major {
  readonly name: string;
  readonly zh: string;
  readonly code: string;
  readonly aliases: readonly string[];
  readonly family: Family;
  readonly level: 'associate' | 'bachelor';
  readonly demand: number;
}

type Line = readonly [name: string, zh: string, aliases: string, demand: number];

function family(
  name: Family,
  prefix: string,
  level: Major['level'],
  lines: readonly Line[],
): Major[] {
  return lines.map(([major, zh, aliases, demand], index) => ({
    name: major,
    zh,
    code: `${prefix}${String(index + 1).padStart(2, '0')}`,
    aliases: aliases.split('|'),
    family: name,
    level,
    demand,
  }));
}

/** The 24 majors of the demo, in code order; the codes belong to no official list. */
export const MAJORS: readonly Major[] = [
  ...family('Chemistry & Chemical Engineering', '9501', 'associate', [
    ['Applied Chemical Technology', '应用化工技术', 'Chemical Technology|化工技术', 12],
    ['Industrial Analysis and Inspection', '分析检验技术', 'Industrial Analysis|工业分析', 4],
  ]),
  ...family('Mechanical & Equipment', '9503', 'associate', [
    ['Chemical Equipment Technology', '化工装备技术', 'Chemical Equipment Maintenance|化工设备', 6],
  ]),
  ...family('Electrical & Automation', '9504', 'associate', [
    ['Electrical Automation Technology', '电气自动化技术', 'Electrical Technology|电气技术', 5],
  ]),
  ...family('Chemistry & Chemical Engineering', '9801', 'bachelor', [
    ['Chemical Engineering', '化学工程与工艺', 'Chemical Engineering and Technology|化工工艺', 14],
    ['Applied Chemistry', '应用化学', 'Chemistry (Applied)|应化', 7],
    ['Chemistry', '化学', 'Chemical Science|化学科学', 3],
    ['Energy Chemical Engineering', '能源化学工程', 'Energy Chemistry|能源化工', 4],
    ['Pharmaceutical Engineering', '制药工程', 'Pharmaceutical Technology|制药', 2],
  ]),
  ...family('Materials', '9802', 'bachelor', [
    ['Polymer Materials and Engineering', '高分子材料与工程', 'Polymer Engineering|高分子', 7],
    ['Materials Science and Engineering', '材料科学与工程', 'Materials Science|材料科学', 4],
  ]),
  ...family('Mechanical & Equipment', '9803', 'bachelor', [
    [
      'Process Equipment and Control Engineering',
      '过程装备与控制工程',
      'Process Equipment|过控',
      6,
    ],
    ['Mechanical Engineering', '机械工程', 'Mechanical Design and Manufacturing|机械', 6],
  ]),
  ...family('Electrical & Automation', '9804', 'bachelor', [
    ['Automation', '自动化', 'Automatic Control|自动控制', 5],
    [
      'Electrical Engineering',
      '电气工程及其自动化',
      'Electrical Engineering and Automation|电气',
      5,
    ],
    ['Measurement and Control Technology', '测控技术与仪器', 'Instrumentation|测控', 3],
  ]),
  ...family('Safety & Environment', '9805', 'bachelor', [
    ['Environmental Engineering', '环境工程', 'Environmental Technology|环工', 4],
    ['Safety Engineering', '安全工程', 'Industrial Safety|安全', 4],
  ]),
  ...family('Computing & Data', '9806', 'bachelor', [
    ['Computer Science and Technology', '计算机科学与技术', 'Computer Science|计算机', 3],
    ['Data Science', '数据科学与大数据技术', 'Data Science and Big Data|大数据', 2],
  ]),
  ...family('Management & Business', '9807', 'bachelor', [
    ['Industrial Engineering', '工业工程', 'Industrial and Systems Engineering|工工', 2],
    ['Logistics Management', '物流管理', 'Logistics|物流', 2],
    ['Marketing', '市场营销', 'Marketing Management|营销', 2],
    ['Accounting', '会计学', 'Financial Accounting|会计', 1],
  ]),
];
