import type { Column } from './columns.ts';

/** The columns of a file of hires: one row per graduate who came near the company. */
export const HIRE_COLUMNS = [
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
    kind: 'name',
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
  {
    field: 'channel',
    required: false,
    kind: 'channel',
    aliases: {
      en: ['source', 'recruiting channel', 'recruitment channel', 'hiring channel'],
      zh: ['招聘渠道', '渠道', '来源渠道', '招聘来源'],
    },
    example: 'campus',
    help: {
      en: 'How the graduate came: fair, talk, campus, internship, referral, order_class, online, agency or other.',
      zh: '招聘渠道：双选会、宣讲会、校招、实习留用、内推、订单班、网申、中介或其他。',
    },
  },
  {
    field: 'interned_from',
    required: false,
    kind: 'date',
    aliases: {
      en: ['internship start', 'internship start date', 'internship from'],
      zh: ['实习开始', '实习开始日期', '实习开始时间'],
    },
    example: '2023-07-03',
    help: { en: 'First day of the internship.', zh: '实习开始日期。' },
  },
  {
    field: 'interned_to',
    required: false,
    kind: 'date',
    aliases: {
      en: ['internship end', 'internship end date', 'internship to'],
      zh: ['实习结束', '实习结束日期', '实习结束时间'],
    },
    example: '2023-09-29',
    help: { en: 'Last day of the internship.', zh: '实习结束日期。' },
  },
  {
    field: 'internship_base',
    required: false,
    kind: 'name',
    aliases: { en: ['base', 'internship site'], zh: ['实习基地', '实习单位'] },
    example: 'Suzhou base',
    help: { en: 'Where the internship took place.', zh: '实习基地名称。' },
  },
  {
    field: 'offered_on',
    required: false,
    kind: 'date',
    aliases: {
      en: ['offer date', 'date of offer', 'offered'],
      zh: ['录用通知日期', '录用日期', 'offer日期', '发放offer日期'],
    },
    example: '2023-11-20',
    help: { en: 'Day the offer was sent.', zh: '发出录用通知的日期。' },
  },
  {
    field: 'accepted_on',
    required: false,
    kind: 'date',
    aliases: {
      en: ['acceptance date', 'date accepted', 'accepted', 'offer accepted date'],
      zh: ['接受日期', '签约日期', '接受录用日期'],
    },
    example: '2023-12-01',
    help: { en: 'Day the offer was accepted.', zh: '接受录用的日期。' },
  },
  {
    field: 'declined_on',
    required: false,
    kind: 'date',
    aliases: {
      en: ['decline date', 'date declined', 'declined', 'rejection date'],
      zh: ['拒绝日期', '违约日期', '拒绝录用日期'],
    },
    example: '',
    help: {
      en: 'Day the offer was declined, also after accepting it.',
      zh: '拒绝录用的日期，接受后违约亦填此处。',
    },
  },
  {
    field: 'hired_on',
    required: false,
    kind: 'date',
    aliases: {
      en: ['start date', 'onboarding date', 'date of hire', 'hire date', 'hired', 'joining date'],
      zh: ['入职日期', '入职时间', '到岗日期', '报到日期'],
    },
    example: '2024-07-01',
    help: { en: 'First day at work.', zh: '入职日期。' },
  },
  {
    field: 'left_on',
    required: false,
    kind: 'date',
    aliases: {
      en: [
        'termination date',
        'leaving date',
        'date of leaving',
        'end date',
        'last day',
        'exit date',
      ],
      zh: ['离职日期', '离职时间', '离岗日期'],
    },
    example: '',
    help: {
      en: 'Last day of the employment, not before hired_on; empty while employed.',
      zh: '离职日期，不早于入职日期；在职者留空。',
    },
  },
  {
    field: 'leave_type',
    required: false,
    kind: 'leave_type',
    aliases: {
      en: ['termination type', 'leaving type', 'exit type', 'type of leaving'],
      zh: ['离职类型', '离职类别'],
    },
    example: '',
    help: {
      en: 'resigned, dismissed, contract_end, transfer, retired, died or unknown.',
      zh: '辞职、辞退、合同到期、集团内调动、退休、去世或不详。',
    },
  },
  {
    field: 'leave_reason',
    required: false,
    kind: 'note',
    aliases: {
      en: ['termination reason', 'leaving reason', 'exit reason', 'reason for leaving'],
      zh: ['离职原因', '离职理由'],
    },
    example: '',
    help: { en: 'Free text.', zh: '离职原因，自由填写。' },
  },
  {
    field: 'department',
    required: false,
    kind: 'text',
    aliases: {
      en: ['dept', 'department name', 'business unit', 'division'],
      zh: ['部门', '所属部门', '部门名称', '用人部门'],
    },
    example: 'Research',
    help: { en: 'Department the graduate works in.', zh: '所在部门。' },
  },
  {
    field: 'position',
    required: false,
    kind: 'text',
    aliases: {
      en: ['job title', 'title', 'role', 'post', 'job'],
      zh: ['岗位', '职位', '岗位名称', '职位名称'],
    },
    example: 'Software engineer',
    help: { en: 'Position at hire.', zh: '入职岗位。' },
  },
  {
    field: 'city',
    required: false,
    kind: 'text',
    aliases: {
      en: ['work city', 'location', 'place of work', 'work location', 'office'],
      zh: ['工作地点', '工作城市', '城市', '工作地', '工作地城市'],
    },
    example: 'Suzhou',
    help: { en: 'City the graduate works in.', zh: '工作所在城市。' },
  },
  {
    field: 'province',
    required: false,
    kind: 'text',
    aliases: {
      en: ['work province', 'state', 'region', 'province of work'],
      zh: ['工作省份', '工作地省份', '省份'],
    },
    example: 'Jiangsu',
    help: { en: 'Province or state the graduate works in.', zh: '工作所在省份。' },
  },
  {
    field: 'salary',
    required: false,
    kind: 'money',
    aliases: {
      en: ['annual salary', 'yearly salary', 'salary per year', 'annual pay', 'base salary', 'pay'],
      zh: ['年薪', '薪资', '薪酬', '税前年薪', '工资'],
    },
    example: '85,000',
    help: {
      en: 'First-year full-time pay, a year; a column of monthly pay is multiplied by months_paid or 12.',
      zh: '首年全职薪酬（年）；月薪列按 months_paid 或 12 折算。',
    },
  },
  {
    field: 'months_paid',
    required: false,
    kind: 'months',
    aliases: {
      en: ['months of pay', 'salary months', 'number of salaries'],
      zh: ['薪数', '发薪月数', '年发薪月数', '薪资月数'],
    },
    example: '13',
    help: {
      en: 'How many monthly salaries a year has: 12 to 24.',
      zh: '一年发放的月薪数，12 至 24，如 13薪。',
    },
  },
  {
    field: 'major_match',
    required: false,
    kind: 'yes_no',
    aliases: {
      en: ['job matches major', 'major match', 'related to major'],
      zh: ['专业对口', '是否对口', '专业是否对口'],
    },
    example: 'yes',
    help: { en: 'Whether the job matches the major.', zh: '工作与专业是否对口。' },
  },
  {
    field: 'performance',
    required: false,
    kind: 'rating',
    aliases: {
      en: ['rating', 'performance rating', 'performance score'],
      zh: ['绩效', '绩效评分', '绩效考核'],
    },
    example: '4',
    help: { en: 'Latest rating, 1 to 5.', zh: '最近一次绩效，1 至 5。' },
  },
  {
    field: 'promoted_on',
    required: false,
    kind: 'date',
    aliases: {
      en: ['promotion date', 'date of promotion', 'promoted'],
      zh: ['晋升日期', '晋升时间', '首次晋升日期'],
    },
    example: '',
    help: {
      en: 'Day of the first promotion, not before hired_on; the end of probation is none.',
      zh: '首次晋升日期，不早于入职日期；转正、定级不算。',
    },
  },
] as const satisfies readonly Column[];

/** Headers that mean `salary`, paid by the month. */
export const MONTHLY_PAY_HEADERS = [
  '月薪',
  '税前月薪',
  '月工资',
  '月薪资',
  'monthly salary',
  'monthly pay',
  'salary per month',
] as const;

export type HireField = (typeof HIRE_COLUMNS)[number]['field'];

/** The dates that show how far a graduate came. A file without any of them needs a chosen stage. */
export const STAGE_FIELDS: readonly string[] = [
  'interned_from',
  'interned_to',
  'offered_on',
  'accepted_on',
  'declined_on',
  'hired_on',
  'left_on',
  'promoted_on',
] satisfies HireField[];
