import type { Column } from './columns.ts';
import { COOPERATION_COURSE_COLUMNS } from './cooperation-course.ts';
import { COOPERATION_DETAIL_COLUMNS } from './cooperation-details.ts';

/** The columns of a file of cooperation: what the company and a school do together. */
export const COOPERATION_COLUMNS = [
  {
    field: 'school',
    required: true,
    kind: 'name',
    aliases: {
      en: ['university', 'institution', 'school name', 'university name', 'partner'],
      zh: ['学校', '合作院校', '合作学校', '院校', '院校名称', '学校名称', '高校', '合作高校'],
    },
    example: 'Example University',
    help: {
      en: 'The partner school: name, code or known alias.',
      zh: '合作院校：名称、代码或已知别名。',
    },
  },
  {
    field: 'college',
    required: false,
    kind: 'name',
    aliases: {
      en: ['faculty', 'school of', 'college name', 'faculty name'],
      zh: ['学院', '合作学院', '院系', '学院名称', '二级学院'],
    },
    example: 'College of Engineering',
    help: { en: 'College or faculty within the school.', zh: '学校下属的学院或院系。' },
  },
  {
    field: 'kind',
    required: true,
    kind: 'cooperation_kind',
    aliases: {
      en: ['type', 'category', 'kind of cooperation', 'cooperation type', 'activity type'],
      zh: ['合作类型', '类型', '类别', '合作类别', '合作形式', '合作方式', '项目类型', '活动类型'],
    },
    example: 'agreement',
    help: {
      en: 'agreement, internship_base, training, course, research, visit, event or other.',
      zh: '协议、实习基地、人才培养、课程、科研、走访交流、校园活动或其他。',
    },
  },
  {
    field: 'title',
    required: true,
    kind: 'name',
    aliases: {
      en: ['name', 'subject', 'project', 'project name', 'agreement name', 'activity'],
      zh: ['名称', '项目名称', '合作名称', '合作项目', '协议名称', '活动名称', '主题', '标题'],
    },
    example: 'Framework agreement',
    help: {
      en: 'What it is called. School, kind, title and first day tell one from another.',
      zh: '合作名称。学校、类型、名称和开始日期共同确定一项合作。',
    },
  },
  ...COOPERATION_COURSE_COLUMNS,
  ...COOPERATION_DETAIL_COLUMNS,
] as const satisfies readonly Column[];
