import type { Family } from './majors.ts';
import type { City } from './places.ts';

/** The companies of the invented group and their Chinese names. */
export const COMPANIES = {
  'Tanmo Chemical': '檀墨化工',
  'Tanmo Advanced Materials': '檀墨新材料',
  'Tanmo Research Institute': '檀墨研究院',
} as const satisfies Record<string, string>;

export type Company = keyof typeof COMPANIES;

/** Which company a work place belongs to. */
export function companyIn(city: City): Company {
  if (city === 'Haixu') return 'Tanmo Advanced Materials';
  return city === 'Xuanlu' ? 'Tanmo Research Institute' : 'Tanmo Chemical';
}

export type Level = 'associate' | 'bachelor' | 'graduate';

interface DepartmentEntry {
  readonly zh: string;
  /** Relative need for people of each level. */
  readonly need: Readonly<Record<Level, number>>;
  readonly positions: Readonly<Record<Level, Readonly<Record<string, string>>>>;
  readonly cities: Readonly<Partial<Record<City, number>>>;
}

const PLANTS = { Lanqi: 6, Haixu: 4 } as const;

/** Departments: Chinese name, need by level, positions with Chinese names, work places. */
export const DEPARTMENTS = {
  'Production Operations': {
    zh: '生产运行部',
    need: { associate: 8, bachelor: 4, graduate: 1 },
    positions: {
      associate: { 'Process Operator': '工艺操作员', 'Control Room Operator': '中控操作员' },
      bachelor: { 'Production Engineer': '生产工程师', 'Operations Trainee': '生产管培生' },
      graduate: { 'Production Engineer': '生产工程师' },
    },
    cities: PLANTS,
  },
  'Process Technology': {
    zh: '工艺技术部',
    need: { associate: 1, bachelor: 4, graduate: 3 },
    positions: {
      associate: { 'Process Technician': '工艺技术员' },
      bachelor: { 'Process Engineer': '工艺工程师' },
      graduate: { 'Process Engineer': '工艺工程师', 'Simulation Engineer': '流程模拟工程师' },
    },
    cities: PLANTS,
  },
  'Equipment & Maintenance': {
    zh: '设备维护部',
    need: { associate: 5, bachelor: 4, graduate: 2 },
    positions: {
      associate: { 'Maintenance Technician': '维修技术员' },
      bachelor: { 'Equipment Engineer': '设备工程师', 'Reliability Engineer': '可靠性工程师' },
      graduate: { 'Reliability Engineer': '可靠性工程师' },
    },
    cities: PLANTS,
  },
  'Research & Development': {
    zh: '研发中心',
    need: { associate: 0.3, bachelor: 1, graduate: 7 },
    positions: {
      associate: { 'Laboratory Assistant': '实验助理' },
      bachelor: { 'R&D Assistant Engineer': '研发助理工程师' },
      graduate: { 'R&D Engineer': '研发工程师', 'Product Developer': '产品开发工程师' },
    },
    cities: { Xuanlu: 5, Lanqi: 4, Haixu: 1 },
  },
  Quality: {
    zh: '质量管理部',
    need: { associate: 3, bachelor: 2, graduate: 1 },
    positions: {
      associate: { 'Laboratory Analyst': '化验员' },
      bachelor: { 'Quality Engineer': '质量工程师' },
      graduate: { 'Quality Engineer': '质量工程师' },
    },
    cities: PLANTS,
  },
  'Health, Safety & Environment': {
    zh: '健康安全环保部',
    need: { associate: 1, bachelor: 2, graduate: 1 },
    positions: {
      associate: { 'Safety Officer': '安全员' },
      bachelor: { 'HSE Engineer': '安全环保工程师' },
      graduate: { 'HSE Engineer': '安全环保工程师' },
    },
    cities: PLANTS,
  },
  'Automation & Digital': {
    zh: '自动化与数字化部',
    need: { associate: 2, bachelor: 3, graduate: 2 },
    positions: {
      associate: { 'Instrument Technician': '仪表技术员' },
      bachelor: { 'Automation Engineer': '自动化工程师', 'Data Engineer': '数据工程师' },
      graduate: { 'Automation Engineer': '自动化工程师', 'Data Engineer': '数据工程师' },
    },
    cities: { Lanqi: 5, Haixu: 3, Xuanlu: 2 },
  },
  'Supply Chain': {
    zh: '供应链部',
    need: { associate: 1, bachelor: 1.5, graduate: 0.5 },
    positions: {
      associate: { 'Warehouse Coordinator': '仓储专员' },
      bachelor: { 'Supply Chain Planner': '供应链计划员' },
      graduate: { 'Supply Chain Planner': '供应链计划员' },
    },
    cities: PLANTS,
  },
  'Sales & Finance': {
    zh: '营销与财务部',
    need: { associate: 0.3, bachelor: 1.5, graduate: 0.7 },
    positions: {
      associate: { 'Sales Assistant': '销售助理' },
      bachelor: { 'Sales Engineer': '销售工程师', 'Business Analyst': '业务分析员' },
      graduate: { 'Technical Sales Engineer': '技术销售工程师' },
    },
    cities: { Zhaoting: 4, Lanqi: 4, Haixu: 2, Xuanlu: 1 },
  },
} as const satisfies Record<string, DepartmentEntry>;

export type Department = keyof typeof DEPARTMENTS;

/** The departments whose work matches a discipline, with relative weights. */
export const FAMILY_DEPARTMENTS: Readonly<
  Record<Family, Readonly<Partial<Record<Department, number>>>>
> = {
  'Chemistry & Chemical Engineering': {
    'Production Operations': 5,
    'Process Technology': 4,
    'Research & Development': 3,
    Quality: 2,
  },
  Materials: { 'Research & Development': 4, 'Process Technology': 3, Quality: 2 },
  'Mechanical & Equipment': { 'Equipment & Maintenance': 9, 'Production Operations': 1 },
  'Electrical & Automation': { 'Automation & Digital': 6, 'Equipment & Maintenance': 3 },
  'Safety & Environment': { 'Health, Safety & Environment': 9, Quality: 1 },
  'Computing & Data': { 'Automation & Digital': 10 },
  'Management & Business': { 'Supply Chain': 5, 'Sales & Finance': 5 },
};
