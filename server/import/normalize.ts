import { Converter } from 'opencc-js/t2cn';

const HAN = /\p{Script=Han}/u;
/** A campus in brackets is the same university; any other bracket may tell two apart. */
const CAMPUS = /[([{【〔][^()[\]{}【】〔〕]*校区\s*[)\]}】〕]/g;
const NOT_LETTERS = /[\p{P}\p{Z}\p{C}]/gu;

let toSimplified: ((text: string) => string) | null = null;

/**
 * A name as it is compared: without regard to case, width, spaces, punctuation and traditional characters.
 * North and East in brackets stay significant; only a campus (…校区) is dropped.
 */
export function normalize(name: string): string {
  let text = name.normalize('NFKC').toLowerCase();
  if (HAN.test(text)) {
    toSimplified ??= Converter({ from: 't', to: 'cn' });
    text = toSimplified(text);
  }
  const letters = text.replaceAll(CAMPUS, '').replaceAll('&', 'and').replaceAll(NOT_LETTERS, '');
  // A name of nothing but punctuation is still a name of its own.
  return letters === '' ? text.trim() : letters;
}
