import { html, raw } from 'hono/html';

interface Operation {
  readonly summary?: string;
  readonly parameters?: readonly unknown[];
  readonly responses?: Readonly<Record<string, { readonly description?: string }>>;
}

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
}

interface Reference {
  readonly info: { readonly title: string; readonly version: string };
  readonly paths?: Readonly<Record<string, object>>;
}

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;

const STYLE = `body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; color-scheme: light dark }
code { font-size: .95em } section { border-top: 1px solid #8886; padding: .75rem 0 } h2 { font-size: 1rem; margin: 0 }
ul { margin: .25rem 0; padding-left: 1.25rem }`;

function isParameter(item: unknown): item is Parameter {
  return typeof item === 'object' && item !== null && 'name' in item && 'in' in item;
}

function section(
  method: string,
  path: string,
  { summary, parameters = [], responses = {} }: Operation,
) {
  const named = parameters.filter(isParameter);
  return html`<section>
    <h2><code>${method.toUpperCase()} ${path}</code></h2>
    <p>${summary ?? ''}</p>
    ${named.length === 0 ? '' : html`<p>Parameters: ${named.map((parameter) => html`<code>${parameter.name}</code> (${parameter.in}${parameter.required ? ', required' : ''}) `)}</p>`}
    <ul>
      ${Object.entries(responses).map(([status, { description }]) => html`<li>${status}: ${description ?? ''}</li>`)}
    </ul>
  </section>`;
}

/** The human-readable reference of the API: one page without scripts, made of the OpenAPI document. */
export function apiPage(reference: Reference) {
  const operations = Object.entries(reference.paths ?? {}).flatMap(([path, item]) =>
    METHODS.flatMap((method) => {
      const operation = Reflect.get(item, method) as Operation | undefined;
      return operation === undefined ? [] : [section(method, path, operation)];
    }),
  );
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${reference.info.title} API</title>
        <style>
          ${raw(STYLE)}
        </style>
      </head>
      <body>
        <h1>${reference.info.title} API</h1>
        <p>
          Version ${reference.info.version}. The same reference for machines:
          <a href="/api/openapi.json">openapi.json</a>.
        </p>
        ${operations}
      </body>
    </html>`;
}
