import type { Bilingual, Language } from '../language.ts';

/** How the text of a cell is read. Each kind has a parser in a file of its own. */
export type ParseKind =
  | 'id'
  | 'company'
  | 'name'
  | 'text'
  | 'note'
  | 'date'
  | 'year'
  | 'since'
  | 'money'
  | 'months'
  | 'rating'
  | 'yes_no'
  | 'degree'
  | 'channel'
  | 'leave_type'
  | 'aliases'
  | 'count'
  | 'amount'
  | 'least_degree'
  | 'cooperation_kind'
  | 'cooperation_status'
  | 'results_stage'
  | 'yearly'
  | 'promises'
  | 'links';

/**
 * One column of a kind of file: the row that template, mapping, validation, preview and help read.
 * `if_mapped`: the file may lack the column, but where it has it, no cell may be empty.
 */
export interface Column {
  /** The canonical header. */
  readonly field: string;
  readonly required: boolean | 'if_mapped';
  readonly kind: ParseKind;
  /** Headers that mean this column; case, spaces, punctuation and full-width forms do not matter. */
  readonly aliases: Readonly<Record<Language, readonly string[]>>;
  /** Words by which a cell says that there is none: an open end, any major. Compared as headers are. */
  readonly none?: readonly string[];
  readonly example: string;
  readonly help: Bilingual;
}
