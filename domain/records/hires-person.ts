import type { Column } from './columns.ts';

/** Who a graduate is, and what was studied where. */
export const PERSON_COLUMNS = [
  {
    field: 'candidate_id',
    required: 'if_mapped',
    kind: 'id',
    aliases: {
      en: ['application id', 'applicant id', 'candidate no', 'candidate number'],
      zh: ['候选人编号', '应聘编号', '候选人ID', '应聘者编号'],
    },
    example: '00417',
    help: {
      en: 'Number of the application, kept as text: leading zeros survive.',
      zh: '应聘编号，按文本保存，前导零保留。',
    },
  },
  {
    field: 'employee_id',
    required: false,
    kind: 'id',
    aliases: {
      en: ['employee no', 'employee number', 'staff id', 'staff no', 'personnel number'],
      zh: ['工号', '员工编号', '员工工号', '员工号'],
    },
    example: 'E10293',
    help: { en: 'Number of the employee, kept as text.', zh: '员工编号，按文本保存。' },
  },
  {
    field: 'company',
    required: false,
    kind: 'company',
    aliases: {
      en: ['company name', 'subsidiary', 'legal entity'],
      zh: ['所属公司', '公司', '公司名称', '所属单位'],
    },
    example: 'Example Group',
    help: {
      en: 'Company of the group; ids are unique within it.',
      zh: '集团内的公司，编号在公司内唯一。',
    },
  },
  {
    field: 'school',
    required: true,
    kind: 'name',
    aliases: {
      en: ['university', 'institution', 'alma mater', 'school name', 'university name'],
      zh: ['学校', '毕业院校', '院校名称', '毕业学校', '院校', '学校名称'],
    },
    example: 'Example University',
    help: {
      en: 'School of the highest degree at hire: name, code or known alias.',
      zh: '入职时最高学历的毕业院校：名称、代码或已知别名。',
    },
  },
  {
    field: 'college',
    required: false,
    kind: 'name',
    aliases: {
      en: ['faculty', 'school of', 'college name', 'faculty name'],
      zh: ['学院', '院系', '所在学院', '学院名称'],
    },
    example: 'College of Engineering',
    help: { en: 'College or faculty within the school.', zh: '学校下属的学院或院系。' },
  },
  {
    field: 'major',
    required: true,
    kind: 'name',
    aliases: {
      en: ['programme', 'program', 'field of study', 'specialty', 'speciality', 'major name'],
      zh: ['专业', '所学专业', '专业名称', '毕业专业'],
    },
    example: 'Computer Science',
    help: {
      en: 'Major of the highest degree at hire: name or known alias.',
      zh: '最高学历所学专业：名称或已知别名。',
    },
  },
  {
    field: 'degree',
    required: false,
    kind: 'degree',
    aliases: {
      en: ['education', 'degree level', 'education level', 'highest degree', 'qualification'],
      zh: ['学历', '学位', '最高学历', '学历层次', '最高学位'],
    },
    example: 'bachelor',
    help: {
      en: 'secondary, associate, bachelor, master, doctor or other.',
      zh: '中职、专科、本科、硕士、博士或其他。',
    },
  },
  {
    field: 'graduation_year',
    required: true,
    kind: 'year',
    aliases: {
      en: ['class of', 'graduation date', 'year of graduation', 'grad year', 'graduated'],
      zh: ['毕业年份', '毕业年度', '届别', '届', '毕业时间', '毕业日期', '毕业届别'],
    },
    example: '2024',
    help: {
      en: 'Year of graduation; also taken from a date.',
      zh: '毕业年份，如 2024 或 2024届，也可为日期。',
    },
  },
] as const satisfies readonly Column[];
