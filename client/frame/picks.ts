/** What a chart does with a mark that somebody chooses, and with one that the pointer rests on or leaves (null). */
export interface Picks {
  readonly onPick: (id: string) => void;
  readonly onPoint?: ((id: string | null) => void) | undefined;
}
