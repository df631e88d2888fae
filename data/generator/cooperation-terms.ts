/** What the company and a school do together: English title or outcome and its Chinese text. */
export const COOPERATION_TITLES = {
  'Framework agreement': '校企合作框架协议',
  'Internship base': '实习实训基地',
  'Order class': '订单班',
  'Trainee engineers': '卓越工程师培养',
  'Process safety course': '化工过程安全课程共建',
  'Digital plant course': '智能工厂课程共建',
  'Joint research: catalysts': '联合科研：催化剂',
  'Joint research: polymers': '联合科研：高分子材料',
  'Transfer of a purification process': '提纯工艺成果转化',
  'Visit to the school': '走访学校',
  'Visit of the school': '学校来访',
  'Autumn job fair': '秋季双选会',
  'Campus talk': '校园宣讲会',
  'Open day at the plant': '工厂开放日',
} as const satisfies Record<string, string>;

export type CooperationTitle = keyof typeof COOPERATION_TITLES;

export const COOPERATION_OUTCOMES = {
  'Renewed for three years': '续签三年',
  'More interns agreed': '商定扩大实习规模',
  'Two papers and one patent': '论文两篇、专利一项',
  'Process in use at the main plant': '工艺已在主厂区应用',
  'Order class agreed': '商定开设订单班',
  'No renewal': '未续签',
} as const satisfies Record<string, string>;

export const CONTACT_ROLES = {
  'Career office': '就业指导中心',
  'Dean’s office': '院长办公室',
  'Campus recruiting': '校园招聘部',
  'Research office': '科研处',
} as const satisfies Record<string, string>;

export const COOPERATION_PROMISES = {
  'Send the list of internship places': '寄送实习岗位清单',
  'Name the trainees of this year': '确定今年的培养名单',
  'Answer about the digital plant course': '答复智能工厂课程共建事宜',
  'Choose mentors for the order class': '选定订单班企业导师',
  'Draft the next research project': '起草下一期科研项目',
} as const satisfies Record<string, string>;

export const COOPERATION_MINUTES = {
  'Places for interns, the new course, and the renewal of the agreement':
    '实习岗位、新课程与协议续签',
  'The order class and its mentors': '订单班及其企业导师',
} as const satisfies Record<string, string>;
