import { Button, Fieldset } from '@mantine/core';
import { useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** How the items of a list stand in the form: a line each. */
export interface ItemLines<Item> {
  readonly read: (lines: string) => readonly Item[];
  readonly write: (items: readonly Item[]) => string;
  readonly blank: Item;
}

interface ItemRowsProps<Item> {
  readonly label: string;
  /** What one item is called, with its number, and how one is added and taken away. */
  readonly words: {
    readonly one: (number: number) => string;
    readonly add: string;
    readonly remove: (number: number) => string;
  };
  readonly lines: ItemLines<Item>;
  readonly value: string;
  readonly onWrite: (lines: string) => void;
  readonly children: (item: Item, change: (part: Partial<Item>) => void) => ReactNode;
}

interface Row<Item> {
  readonly id: number;
  readonly item: Item;
}

/** Items with numbers that none of the rows there has. */
function numbered<Item>(items: readonly Item[], taken: readonly Row<Item>[]): readonly Row<Item>[] {
  const first = Math.max(0, ...taken.map(({ id }) => id)) + 1;
  return items.map((item, index) => ({ id: first + index, item }));
}

/** The items of a list as rows of fields, to be added, written and taken away, by keyboard too. */
export function ItemRows<Item>(props: ItemRowsProps<Item>) {
  const { label, words, lines, value, onWrite, children } = props;
  const { t } = useTranslation();
  const frame = useRef<HTMLFieldSetElement>(null);
  const [rows, setRows] = useState(() => numbered(lines.read(value), []));
  const written = (of: readonly Row<Item>[]): string => lines.write(of.map(({ item }) => item));
  const [seen, setSeen] = useState(value);
  if (value !== seen) {
    setSeen(value);
    // Somebody else's version was taken over: the rows are those.
    if (written(rows) !== value) setRows(numbered(lines.read(value), rows));
  }
  const set = (changed: readonly Row<Item>[]): void => {
    setRows(changed);
    onWrite(written(changed));
  };
  const focus = (selector: string): void => {
    // Once the row is there, or gone.
    requestAnimationFrame(() => frame.current?.querySelector<HTMLElement>(selector)?.focus());
  };
  return (
    <Fieldset legend={label} ref={frame} className="entry-long item-rows">
      {rows.map(({ id, item }, index) => (
        <fieldset key={id} className="item-row" data-item={id}>
          <legend className="visually-hidden">{words.one(index + 1)}</legend>
          {children(item, (part) =>
            set(rows.map((row) => (row.id === id ? { id, item: { ...item, ...part } } : row))),
          )}
          <Button
            variant="subtle"
            color="red"
            size="xs"
            aria-label={words.remove(index + 1)}
            onClick={() => {
              set(rows.filter((row) => row.id !== id));
              focus('.item-add');
            }}
          >
            {t('ledger.form.remove')}
          </Button>
        </fieldset>
      ))}
      <Button
        variant="default"
        size="xs"
        className="item-add"
        onClick={() => {
          const [added] = numbered([lines.blank], rows);
          if (added === undefined) return;
          set([...rows, added]);
          focus(`[data-item="${added.id}"] input`);
        }}
      >
        {words.add}
      </Button>
    </Fieldset>
  );
}
