/** The part of JSON Schema that the API's own document uses. */
export interface JsonSchema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly anyOf?: readonly JsonSchema[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: JsonSchema | boolean;
  readonly items?: JsonSchema;
}

function typeOf(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}

function isType(value: unknown, type: string): boolean {
  return type === 'integer' ? Number.isInteger(value) : type === typeOf(value);
}

/**
 * What of a value its schema does not allow, as sentences; properties that the schema does not name included.
 * @param named the document's schemas by name, for `$ref`.
 */
export function violations(
  value: unknown,
  schema: JsonSchema,
  named: Readonly<Record<string, JsonSchema>>,
  place = '$',
): string[] {
  if (schema.$ref !== undefined) {
    const target = named[schema.$ref.replace('#/components/schemas/', '')];
    return target ? violations(value, target, named, place) : [`${place}: no ${schema.$ref}`];
  }
  if (schema.anyOf) {
    const tried = schema.anyOf.map((one) => violations(value, one, named, place));
    return tried.some((found) => found.length === 0) ? [] : tried.flat();
  }
  const types = [schema.type ?? []].flat();
  if (types.length > 0 && !types.some((type) => isType(value, type)))
    return [`${place}: ${typeOf(value)} for ${types.join(' or ')}`];
  if (schema.enum && !schema.enum.includes(value)) return [`${place}: ${String(value)}`];
  if (Array.isArray(value)) {
    return value.flatMap((item, index) =>
      violations(item, schema.items ?? {}, named, `${place}[${index}]`),
    );
  }
  if (typeof value !== 'object' || value === null) return [];
  const { properties = {}, required = [], additionalProperties } = schema;
  const rest = typeof additionalProperties === 'object' ? additionalProperties : undefined;
  const isClosed = schema.properties !== undefined && rest === undefined;
  return [
    ...required.filter((name) => !(name in value)).map((name) => `${place}.${name} is missing`),
    ...Object.entries(value).flatMap(([name, item]) => {
      const known = properties[name] ?? rest;
      if (known) return violations(item, known, named, `${place}.${name}`);
      return isClosed ? [`${place}.${name} is not in the document`] : [];
    }),
  ];
}
