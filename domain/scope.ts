declare const made: unique symbol;

/**
 * What a caller may see. Every query verb requires one. Only `server/auth` makes them, so "everything" is a
 * value somebody decided on, never the absence of a restriction.
 */
export type Scope = (
  { readonly kind: 'all' } | { readonly kind: 'school'; readonly schoolId: number }
) & {
  readonly [made]: true;
};
