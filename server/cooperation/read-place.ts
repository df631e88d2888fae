import { AppError } from '../../domain/errors.ts';
import { TEXT_LIMITS } from '../../domain/records/parse-text.ts';
import { normalize } from '../import/normalize.ts';
import type { LedgerStore } from '../store/ledger-ports.ts';

/** An entity as a person or a script gives it: its id, its name, or as an answer shows it. */
export type Named = number | string | { readonly id: number };

const DIGITS = /^[1-9]\d{0,14}$/;

function idIn(given: Named): number | null {
  if (typeof given === 'number') return given;
  if (typeof given === 'object') return given.id;
  return DIGITS.test(given) ? Number(given) : null;
}

function unknownSchool(name: string): AppError {
  return new AppError('invalid_input', {
    en: `school: “${name}” is not in the directory. Choose a school that is, or import it first.`,
    zh: `school：“${name}”不在学校目录中。请选择目录中的学校，或先导入该学校。`,
  });
}

/**
 * The school that is meant.
 * @throws AppError `invalid_input` where it is not in the directory, or its name stands for several.
 */
export function readSchool(store: LedgerStore, given: Named): number {
  const id = idIn(given);
  if (id !== null || typeof given !== 'string') {
    const now = id === null ? null : store.schoolNow(id);
    if (now === null) throw unknownSchool(String(id));
    return now;
  }
  const name = given.trim();
  const [found, ...others] = store.schoolsNamed(name);
  if (found === undefined) throw unknownSchool(name);
  if (others.length === 0) return found;
  throw new AppError('invalid_input', {
    en: `school: “${name}” is a name of several schools. Use a name that only one has.`,
    zh: `school：“${name}”对应多所学校。请使用唯一的名称。`,
  });
}

/**
 * The college of a school that is meant; one that nobody named before is new.
 * @throws AppError `invalid_input` for the id of another school's college, or too long a name.
 */
export function readCollege(
  store: LedgerStore,
  schoolId: number,
  given: Named | null,
): number | null {
  if (given === null || given === '') return null;
  if (typeof given !== 'string') {
    const id = idIn(given);
    if (id !== null && store.collegeOf(id)?.schoolId === schoolId) return id;
    throw new AppError('invalid_input', {
      en: 'college: it is none of this school. Choose one of the school, or leave it empty.',
      zh: 'college：该学院不属于此学校。请选择此学校的学院，或留空。',
    });
  }
  const name = given.trim();
  if (name === '') return null;
  if (name.length > TEXT_LIMITS.name) {
    throw new AppError('invalid_input', {
      en: `college: the name has more than ${TEXT_LIMITS.name} characters.`,
      zh: `college：名称超过 ${TEXT_LIMITS.name} 个字符。`,
    });
  }
  const key = normalize(name);
  return store.collegeNamed(schoolId, key) ?? store.addCollege(schoolId, name, key);
}
