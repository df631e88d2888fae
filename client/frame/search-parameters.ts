/** The state of a view as it stands in the address: plain keys, repeated where they have several values. */
export type SearchParameters = Readonly<Record<string, string | readonly string[]>>;

/** Reads `?school=3&school=5&year=2020..2024`; a key that stands once is a text, a repeated one a list. */
export function parseSearch(search: string): SearchParameters {
  const parameters = new URLSearchParams(search);
  return Object.fromEntries(
    [...new Set(parameters.keys())].map((key) => {
      const values = parameters.getAll(key);
      return [key, values.length === 1 ? (values[0] ?? '') : values];
    }),
  );
}

/** Writes parameters as a search string with its `?`, or nothing where there are none. */
export function stringifySearch(parameters: Readonly<Record<string, unknown>>): string {
  const pairs = Object.entries(searchParametersFrom(parameters)).flatMap(([key, value]) =>
    (typeof value === 'string' ? [value] : value).map((item) => [key, item]),
  );
  const written = new URLSearchParams(pairs).toString();
  return written === '' ? '' : `?${written}`;
}

/** The texts and lists of texts among unknown values, everything else left out. */
export function searchParametersFrom(raw: Readonly<Record<string, unknown>>): SearchParameters {
  return Object.fromEntries(
    Object.entries(raw).flatMap(([key, value]): [string, string | string[]][] => {
      if (typeof value === 'string') return [[key, value]];
      if (!Array.isArray(value)) return [];
      const texts = value.filter((item): item is string => typeof item === 'string');
      return texts.length === 0 ? [] : [[key, texts]];
    }),
  );
}
