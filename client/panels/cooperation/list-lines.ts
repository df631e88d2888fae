import { linksOf, linksText, type AttachedLink } from '../../../domain/cooperation/links.ts';
import {
  LIST_SIGN,
  promisesOf,
  promisesText,
  type Promised,
} from '../../../domain/cooperation/promises.ts';
import type { ItemLines } from './item-rows.tsx';

/** A list of one cell with an item on each line. */
export function onLines(text: string | null): string {
  return (text ?? '').replaceAll(LIST_SIGN, '\n');
}

/** The same as one cell; null where there is nothing. */
function inCell(lines: string): string | null {
  return lines === '' ? null : lines.replaceAll('\n', LIST_SIGN);
}

const blankOr = (text: string | null): string | null => (text === '' ? null : text);

/** Promises, a line each; a row in which nothing is written is none. */
export const PROMISE_LINES: ItemLines<Promised> = {
  read: (lines) => promisesOf(inCell(lines)),
  write: (promises) =>
    onLines(
      promisesText(
        promises
          .map(({ due_on: due, owner, text, done }) => ({
            due_on: blankOr(due),
            owner: blankOr(owner?.replaceAll(/[[\]]/gu, '') ?? null),
            text,
            done,
          }))
          .filter(
            ({ due_on: due, owner, text }) => due !== null || owner !== null || text.trim() !== '',
          ),
      ),
    ),
  blank: { due_on: null, owner: null, text: '', done: false },
};

/** Links, a line each; a row in which nothing is written is none. */
export const LINK_LINES: ItemLines<AttachedLink> = {
  read: (lines) => linksOf(inCell(lines)),
  write: (links) =>
    onLines(
      linksText(
        links
          .map(({ title, url }) => ({ title: blankOr(title), url }))
          .filter(({ title, url }) => title !== null || url.trim() !== ''),
      ),
    ),
  blank: { title: null, url: '' },
};
