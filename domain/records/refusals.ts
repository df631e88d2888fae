import { z } from 'zod';
import type { Bilingual, Language } from '../language.ts';
import { FILE_REFUSALS } from './file-refusals.ts';
import { IMPORT_REFUSALS } from './import-refusals.ts';
import { ISSUE_CODES, issueMessage } from './issues.ts';
import { MAPPING_REFUSALS } from './mapping-refusals.ts';

/** Every reason for which importing refuses something, in both languages. */
export const REFUSALS = { ...FILE_REFUSALS, ...IMPORT_REFUSALS, ...MAPPING_REFUSALS } as const;

export type RefusalName = keyof typeof REFUSALS;

const NAMES = Object.keys(REFUSALS) as RefusalName[];

const params = z.record(z.string(), z.union([z.string(), z.number()]));

/** A refusal as it is sent and stored: its name and what its sentence is filled in with. */
export const refusalSchema = z.object({
  refusal: z.enum(NAMES),
  params,
  /** The issue whose sentence stands for `{issue}`. */
  issue: z.object({ code: z.enum(ISSUE_CODES), params }).optional(),
});

export type Refusal = z.infer<typeof refusalSchema>;

/** What the sentence of a refusal is filled in with. */
export type RefusalParams = Refusal['params'];

/** Params whose values are words of ours; several are joined by `|`. */
const WORDS: Readonly<Record<string, Readonly<Record<string, Bilingual>>>> = {
  status: {
    draft: { en: 'draft', zh: '草稿' },
    validating: { en: 'validating', zh: '检查中' },
    validated: { en: 'validated', zh: '已检查' },
    committing: { en: 'committing', zh: '提交中' },
    committed: { en: 'committed', zh: '已提交' },
    undone: { en: 'undone', zh: '已撤销' },
    failed: { en: 'failed', zh: '失败' },
    cancelled: { en: 'cancelled', zh: '已取消' },
    gone: { en: 'gone', zh: '不存在' },
  },
  wish: {
    cancel: { en: 'cancelling it', zh: '取消' },
    commit: { en: 'committing it', zh: '提交' },
    map: { en: 'mapping it', zh: '对应各列' },
    names: { en: 'settling its names', zh: '确认名称' },
    read: { en: 'reading it differently', zh: '以其他方式读取' },
    stop: { en: 'stopping it', zh: '停止处理' },
    values: { en: 'saying what its values mean', zh: '确认取值' },
  },
  directory: {
    school: { en: 'school', zh: '学校' },
    major: { en: 'major', zh: '专业' },
  },
};

const OR: Bilingual = { en: ' or ', zh: '”或“' };

function worded(name: string, value: string | number, language: Language): string {
  const words = WORDS[name === 'statuses' ? 'status' : name];
  if (words === undefined) return String(value);
  return String(value)
    .split('|')
    .map((word) => words[word]?.[language] ?? word)
    .join(OR[language]);
}

/** The sentence of a refusal in a language. */
export function refusalMessage(said: Refusal, language: Language): string {
  const { refusal, issue } = said;
  const known =
    issue === undefined
      ? said.params
      : { ...said.params, issue: issueMessage(issue.code, issue.params, language) };
  return REFUSALS[refusal].message[language].replaceAll(/\{(\w+)\}/g, (whole, name: string) => {
    const value = known[name];
    return value === undefined ? whole : worded(name, value, language);
  });
}
