/** Words by which a cell says that there is no end. */
export const OPEN_END = [
  '长期',
  '长期有效',
  '至今',
  '永久',
  '无固定期限',
  '无期限',
  '不限',
  '不定期',
  'open',
  'open-ended',
  'ongoing',
  'indefinite',
  'permanent',
  'present',
  'until now',
  'no end',
] as const;

/** Words by which a cell says that any will do. */
export const ANY = [
  'any',
  'all',
  'unrestricted',
  'no restriction',
  '不限',
  '不限制',
  '无限制',
  '无要求',
  '均可',
  '全部',
  '所有',
] as const;
