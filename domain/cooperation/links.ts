import { LIST_SIGN } from './promises.ts';

/** A paper that lies elsewhere: only its address is kept. */
export interface AttachedLink {
  readonly title: string | null;
  readonly url: string;
}

const ITEM = /^(?:(.*) )?<([^<>]*)>$/su;

/** Links as one text, the way a cell holds them: `Signed agreement <https://…> | <https://…>`. */
export function linksText(links: readonly AttachedLink[]): string | null {
  const items = links.map(({ title, url }) => (title === null ? `<${url}>` : `${title} <${url}>`));
  return items.length === 0 ? null : items.join(LIST_SIGN);
}

/** The links of a text that `linksText` wrote. */
export function linksOf(text: string | null): AttachedLink[] {
  if (text === null) return [];
  return text.split(LIST_SIGN).map((item) => {
    const [, title = null, url = ''] = ITEM.exec(item) ?? [];
    return { title, url };
  });
}

/** A web address as it is kept; null where it is none, or would not be opened as a page (`javascript:`, `file:`). */
export function webAddress(text: string): string | null {
  if (!URL.canParse(text)) return null;
  const { protocol, href } = new URL(text);
  return protocol === 'http:' || protocol === 'https:' ? href.replaceAll('|', '%7C') : null;
}
