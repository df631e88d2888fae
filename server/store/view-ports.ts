/** A saved view: a page and its query under a name. */
export interface SavedView {
  readonly id: number;
  readonly name: string;
  /** The page's path, such as `/schools`. */
  readonly path: string;
  /** Its parameters as they stand in the address, without the question mark. */
  readonly query: string;
  readonly createdAt: string;
}

export type NewView = Omit<SavedView, 'id'> & {
  /** The name as names are compared: two views may not have the same. */
  readonly folded: string;
};

/** Saved views in the database. They are no data: the data's version does not move with them. */
export interface ViewStore {
  /** By name. */
  list(): SavedView[];
  get(id: number): SavedView | null;
  /** The view of a folded name. */
  named(folded: string): SavedView | null;
  add(view: NewView): number;
  rename(id: number, name: string, folded: string): void;
  remove(id: number): void;
  close(): void;
}
