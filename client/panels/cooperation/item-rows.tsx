import { Button, Fieldset } from '@mantine/core';
import { useRef, useState, type ReactNode } from 'react';
import { useTranslation } from '../../i18n/use-translation.ts';

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

/** The items of a list as rows of fields, to be added, written and taken away, by keyboard too. */
export function ItemRows<Item>(props: ItemRowsProps<Item>) {
  const { label, words, lines, value, onWrite, children } = props;
  const { t } = useTranslation();
  const frame = useRef<HTMLFieldSetElement>(null);
  const [rows, setRows] = useState<readonly Item[]>(() => lines.read(value));
  const [seen, setSeen] = useState(value);
  if (value !== seen) {
    setSeen(value);
    // Somebody else's version was taken over: the rows are those.
    if (lines.write(rows) !== value) setRows(lines.read(value));
  }
  const set = (changed: readonly Item[]): void => {
    setRows(changed);
    onWrite(lines.write(changed));
  };
  const focus = (selector: string): void => {
    // Once the row is there, or gone.
    requestAnimationFrame(() => frame.current?.querySelector<HTMLElement>(selector)?.focus());
  };
  return (
    <Fieldset legend={label} ref={frame} className="entry-long item-rows">
      {rows.map((item, index) => (
        <fieldset key={index} className="item-row" data-item={index}>
          <legend className="visually-hidden">{words.one(index + 1)}</legend>
          {children(item, (part) =>
            set(rows.map((row, at) => (at === index ? { ...row, ...part } : row))),
          )}
          <Button
            variant="subtle"
            color="red"
            size="xs"
            aria-label={words.remove(index + 1)}
            onClick={() => {
              set(rows.filter((_, at) => at !== index));
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
          set([...rows, lines.blank]);
          focus(`[data-item="${rows.length}"] input`);
        }}
      >
        {words.add}
      </Button>
    </Fieldset>
  );
}
