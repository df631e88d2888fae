import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { cutTexts } from './cut-texts.ts';

export const WIDE = { width: 1440, height: 900 };
export const PHONE = { width: 390, height: 844 };

/**
 * How a page is looked at: both languages, schemes and widths. Whether everything has its place is looked at in each
 * language in each width; all eight combinations of the three would take long.
 */
export const LOOKS = [
  { locale: 'en-US', colorScheme: 'light', viewport: WIDE },
  { locale: 'zh-CN', colorScheme: 'dark', viewport: PHONE },
] as const;

/**
 * Expects that no text of a page is cut off and that it does not scroll sideways, as it stands and in the other width. The
 * window is as wide as before afterwards.
 * @param more looks at what only this page has, in each width.
 */
export async function expectToFit(
  page: Page,
  more: () => Promise<void> = () => Promise.resolve(),
): Promise<void> {
  const before = page.viewportSize() ?? WIDE;
  for (const viewport of before.width === WIDE.width ? [WIDE, PHONE] : [PHONE, WIDE]) {
    await page.setViewportSize(viewport);
    const where = `${page.url()}, ${viewport.width} px wide`;
    // Charts follow the window a moment later.
    await expect.poll(() => cutTexts(page), { message: where, timeout: 10_000 }).toEqual([]);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width, where).toBeLessThanOrEqual(viewport.width);
    await more();
  }
  await page.setViewportSize(before);
}
