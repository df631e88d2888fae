import type { Context } from 'hono';
import { AppError } from '../../domain/errors.ts';

const REVISION = /^(?:W\/)?(?:"(\d{1,9})"|(\d{1,9}))$/;

/**
 * The revision that a change is meant for, from `If-Match: 3` or `"3"`; `any` for `*`.
 * @throws AppError `revision_missing` (428) without the header, `invalid_input` where it names no revision.
 */
export function expectedRevision({ req }: Context): number | 'any' {
  const given = req.header('if-match')?.trim();
  if (given === undefined || given === '') {
    throw new AppError('revision_missing', {
      en: 'Say which revision you have read, with If-Match: 3 (the entry’s "revision"), so that nobody’s change is overwritten unseen.',
      zh: '请用 If-Match: 3（记录的 revision）说明所依据的版本，以免覆盖他人的修改。',
    });
  }
  if (given === '*') return 'any';
  const [, quoted, bare] = REVISION.exec(given) ?? [];
  const revision = quoted ?? bare;
  if (revision !== undefined) return Number(revision);
  throw new AppError('invalid_input', {
    en: 'If-Match: write the revision as 3 or "3".',
    zh: 'If-Match：请写成 3 或 "3"。',
  });
}
