export const WIDE = { width: 1440, height: 900 };
const PHONE = { width: 390, height: 844 };

/**
 * How a page is looked at: each language in each width, each language in each color scheme, and each scheme in each
 * width. All eight combinations take twice the time and find nothing more.
 */
export const LOOKS = [
  { locale: 'en-US', colorScheme: 'light', viewport: WIDE },
  { locale: 'zh-CN', colorScheme: 'dark', viewport: WIDE },
  { locale: 'en-US', colorScheme: 'dark', viewport: PHONE },
  { locale: 'zh-CN', colorScheme: 'light', viewport: PHONE },
] as const;
