/** The encodings that can be read, as `TextDecoder` names them. */
export const ENCODINGS = ['utf-8', 'utf-16le', 'utf-16be', 'gb18030', 'windows-1252'] as const;

export type Encoding = (typeof ENCODINGS)[number];

/** Other names that people use for them. */
const OTHER_NAMES: Readonly<Record<string, Encoding>> = {
  utf8: 'utf-8',
  'utf-8-bom': 'utf-8',
  'utf-8 bom': 'utf-8',
  'utf-16': 'utf-16le',
  utf16le: 'utf-16le',
  utf16be: 'utf-16be',
  gbk: 'gb18030',
  gb2312: 'gb18030',
  cp936: 'gb18030',
  cp1252: 'windows-1252',
  latin1: 'windows-1252',
  'iso-8859-1': 'windows-1252',
};

/** The encoding that a name means, or null. */
export function encodingOf(name: string): Encoding | null {
  const lower = name.trim().toLowerCase();
  return ENCODINGS.find((encoding) => encoding === lower) ?? OTHER_NAMES[lower] ?? null;
}
