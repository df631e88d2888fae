import type { KeyValue, Selection } from '../store/ports.ts';

/** The season of a group: its graduation year where the key or the filter pins it to one. */
export function seasonOf(
  key: readonly KeyValue[],
  { by, where }: Pick<Selection, 'by' | 'where'>,
): number | null {
  const position = by.indexOf('year');
  const inKey = position < 0 ? undefined : key[position];
  if (typeof inKey === 'number') return inKey;
  const [first, ...others] = where.year ?? [];
  const pinned =
    first?.from === first?.to &&
    others.every((other) => other?.from === first?.from && other?.to === first?.to);
  return first && pinned ? first.from : null;
}
