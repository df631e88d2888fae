import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decode } from '../../../server/import/decode.ts';
import { detectEncoding } from '../../../server/import/encoding-evidence.ts';
import {
  encodeText,
  readAs,
  WRITTEN_ENCODINGS,
  type WrittenEncoding,
} from '../../support/encode-text.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'talentbridge-encoding-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let files = 0;
function stored(content: Uint8Array): string {
  files += 1;
  const path = join(folder, `${files}.csv`);
  writeFileSync(path, content);
  return path;
}

async function decoded(path: string, encoding: string): Promise<string> {
  let text = '';
  for await (const chunk of decode(path, encoding)) text += chunk;
  return text;
}

const CHINESE = '学校,专业\n北京大学,软件工程\n中国石油大学（华东）,计算机科学与技术\n';
const WESTERN =
  'school,major\nUniversität München,Maschinenbau\nÉcole Polytechnique,Génie électrique\nUniversidad de Málaga,Diseño\n';
const ASCII = 'candidate_id,school\n1,North\n'.repeat(20);

describe('the encoding of a file', () => {
  it.each(WRITTEN_ENCODINGS)('%s is found and read, byte for byte', async (encoding) => {
    const texts = encoding === 'windows-1252' ? [WESTERN] : [CHINESE, CHINESE.repeat(50_000)];
    for (const text of texts) {
      const path = stored(encodeText(text, encoding));
      expect(await detectEncoding(path)).toBe(readAs(encoding));
      expect((await decoded(path, readAs(encoding))) === text).toBe(true);
    }
  });

  it.each<[string, string, WrittenEncoding]>([
    ['ASCII', ASCII, 'utf-8'],
    ['Chinese in GB18030 after more than 400 bytes of ASCII', ASCII + CHINESE, 'gb18030'],
    ['Chinese in GB18030 after 2 MB of ASCII', ASCII.repeat(4000) + CHINESE, 'gb18030'],
    ['Chinese in UTF-8 after 2 MB of ASCII', ASCII.repeat(4000) + CHINESE, 'utf-8'],
    ['one Chinese name in GB18030', `${ASCII}2,北大\n`, 'gb18030'],
    ['rare names in four bytes', `${ASCII}2,𠮷野\n3,𫖮\n`, 'gb18030'],
    [
      'traditional characters',
      '學校,專業\n國立臺灣大學,電機工程學系\n國立清華大學,資訊工程\n',
      'gb18030',
    ],
    ['full-width digits and commas', '学校,年薪\n北京大学,８５，０００\n', 'gb18030'],
    ['one accent', `${ASCII}2,Université\n`, 'windows-1252'],
    ['one accent before a letter', `${ASCII}2,Málaga\n`, 'windows-1252'],
    ['capitals with accents', 'name\nÉCOLE SUPÉRIEURE\nGÖTEBORGS UNIVERSITET\n', 'windows-1252'],
    ['curly quotes and the euro', 'name,pay\n“Zürich”,€ 85’000\n', 'windows-1252'],
    ['Western text in UTF-8', WESTERN, 'utf-8'],
    ['one Chinese name in UTF-16', `${ASCII}2,一二一\n`, 'utf-16le'],
    ['Western text in UTF-16', WESTERN, 'utf-16be'],
  ])('%s', async (_, text, encoding) => {
    const path = stored(encodeText(text, encoding));
    expect(await detectEncoding(path)).toBe(encoding);
    expect((await decoded(path, encoding)) === text).toBe(true);
  });

  it('holds where characters lie across the borders of chunks', async () => {
    for (const encoding of WRITTEN_ENCODINGS) {
      if (encoding === 'windows-1252') continue;
      const text = '名称,é北𠮷\n'
        .repeat(160_000)
        .replaceAll('é', encoding === 'gb18030' ? '' : 'é');
      for (const shift of ['', 'a', 'ab', 'abc']) {
        const path = stored(encodeText(shift + text, encoding));
        expect(await detectEncoding(path)).toBe(readAs(encoding));
        expect((await decoded(path, readAs(encoding))) === shift + text).toBe(true);
      }
    }
  });

  it('has for Windows-1252 all its characters', async () => {
    const bytes = Uint8Array.from({ length: 128 }, (_, index) => 128 + index);
    const text = await decoded(stored(bytes), 'windows-1252');
    const expected =
      '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ' +
      String.fromCodePoint(...Array.from({ length: 96 }, (_, index) => 160 + index));
    expect(text).toBe(expected);
  });

  it('names the line that is not of it, in both languages', async () => {
    const damaged = Buffer.concat([Buffer.from(CHINESE.repeat(30)), Buffer.from([0xe5, 0x0a])]);
    const path = stored(damaged);
    expect(await detectEncoding(path)).toBe('utf-8');
    const error: unknown = await decoded(path, 'utf-8').catch((caught: unknown) => caught);
    expect(error).toMatchObject({
      code: 'unusable',
      message: expect.stringContaining('Line 91 of this file is not text in UTF-8'),
    });
    expect(error).toMatchObject({
      sentence: { zh: expect.stringContaining('第 91 行不是 UTF-8 编码的文本') },
    });
    await expect(decoded(path, 'klingon')).rejects.toThrow('Known are utf-8, utf-16le');
  });

  it('is none where there are NULs that are not of UTF-16', async () => {
    const path = stored(Buffer.from(`a,b\n${'1,2\n'.repeat(300_000)}\0\n`));
    await expect(decoded(path, await detectEncoding(path))).rejects.toThrow('binary');
  });
});
