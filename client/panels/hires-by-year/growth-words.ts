import type { TFunction } from 'i18next';
import type { Formatter } from '../../../domain/formatter.ts';
import type { Growth } from './growth.ts';

/** Growth as a sentence. */
export function growthWords(growth: Growth, format: Formatter, t: TFunction): string {
  const { year, before, after, share, school } = growth;
  const words = {
    year: String(year),
    before: String(year - 1),
    from: format.count(before),
    to: format.count(after),
  };
  if (share === 0) return t('hiresByYear.same', words);
  const percent = format.value('percent', Math.abs(share));
  if (school === null) {
    return t(share > 0 ? 'hiresByYear.grewAlone' : 'hiresByYear.fellAlone', { ...words, percent });
  }
  return t(share > 0 ? 'hiresByYear.grew' : 'hiresByYear.fell', {
    ...words,
    percent,
    school: school.name,
    part: format.change('people', school.difference),
  });
}
