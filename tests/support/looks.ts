export const WIDE = { width: 1440, height: 900 };
const PHONE = { width: 390, height: 844 };

/** A way to look at a page. */
export interface Look {
  readonly locale: 'en-US' | 'zh-CN';
  readonly colorScheme: 'light' | 'dark';
  readonly viewport: typeof WIDE;
}

/** Two ways that hold each language, each color scheme and each width: English, the longer one, on the phone. */
export const LOOKS = [
  { locale: 'en-US', colorScheme: 'dark', viewport: PHONE },
  { locale: 'zh-CN', colorScheme: 'light', viewport: WIDE },
] as const satisfies readonly Look[];

const OTHERS = [
  { locale: 'en-US', colorScheme: 'light', viewport: WIDE },
  { locale: 'zh-CN', colorScheme: 'dark', viewport: PHONE },
] as const satisfies readonly Look[];

/** The ways to look at one of several states of a page: by turns, so that each pair of choices is seen. */
export function looksAt(index: number): readonly [Look, Look] {
  return index % 2 === 0 ? LOOKS : OTHERS;
}
