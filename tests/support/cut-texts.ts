import type { Page } from 'playwright-core';

/** Texts on a page that stick out of the window or out of a box that cuts them; what scrolls by itself is no cut. */
export function cutTexts(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const cut: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const parent = node.parentElement;
      if (parent === null || (node.textContent ?? '').trim() === '') continue;
      const unseen =
        '.visually-hidden, .row-cards > thead, .skip-link, .mantine-AppShell-navbar, script, style';
      if (parent.closest(unseen) !== null) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const box = range.getBoundingClientRect();
      // Two pixels: what is hidden from eyes only is one pixel large.
      if (box.width <= 2 || parent.getBoundingClientRect().width <= 2) continue;
      const scrolls = parent.closest('.scroll-region') !== null;
      const outside = !scrolls && (box.right > window.innerWidth + 1 || box.left < -1);
      const header = parent.closest('.mantine-AppShell-header')?.getBoundingClientRect();
      const beside =
        header !== undefined && (box.top < header.top - 1 || box.bottom > header.bottom + 1);
      const style = window.getComputedStyle(parent);
      const hides = style.overflowX === 'hidden' || style.overflowX === 'clip';
      const clipped = hides && parent.scrollWidth > parent.clientWidth + 1;
      if (outside || beside || clipped) cut.push((node.textContent ?? '').trim());
    }
    return cut;
  });
}
