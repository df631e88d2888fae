import { type Argument, type Expression, parseSync, Visitor } from 'oxc-parser';

/** One place where a file names another module. */
export interface Import {
  /** What is written between the quotes; null where it is computed and cannot be read. */
  specifier: string | null;
  line: number;
  /** True where the compiler erases the whole statement, so that nothing is loaded. */
  typeOnly: boolean;
  /** Imported names; '*' stands for all of them. */
  names: string[];
}

/**
 * Every import of a source text: static, re-exported, dynamic, `import('…')` types, `require`,
 * `import x = require('…')` and Vite's `import.meta.glob`.
 *
 * @throws SyntaxError where the text does not parse
 */
export function readImports(path: string, source: string): Import[] {
  const { program, errors } = parseSync(path, source);
  const [error] = errors;
  if (error !== undefined) throw new SyntaxError(`${path}: ${error.message}`);

  const found: Import[] = [];
  const add = (offset: number, specifier: string | null, typeOnly: boolean, names: string[]) => {
    const line = source.slice(0, offset).split('\n').length;
    found.push({ specifier, line, typeOnly, names });
  };

  new Visitor({
    // Only `import type` is erased: under verbatimModuleSyntax `import { type T } from 'm'` still
    // loads m.
    ImportDeclaration(node) {
      const names = node.specifiers.map((specifier) =>
        specifier.type === 'ImportSpecifier' ? nameOf(specifier.imported) : '*',
      );
      add(node.start, node.source.value, node.importKind === 'type', names);
    },
    ExportNamedDeclaration(node) {
      if (node.source === null) return;
      const names = node.specifiers.map((specifier) => nameOf(specifier.local));
      add(node.start, node.source.value, node.exportKind === 'type', names);
    },
    ExportAllDeclaration(node) {
      add(node.start, node.source.value, node.exportKind === 'type', ['*']);
    },
    ImportExpression(node) {
      add(node.start, textOf(node.source), false, ['*']);
    },
    TSImportType(node) {
      const name = node.qualifier?.type === 'Identifier' ? node.qualifier.name : '*';
      add(node.start, node.source.value, true, [name]);
    },
    TSImportEqualsDeclaration(node) {
      if (node.moduleReference.type !== 'TSExternalModuleReference') return;
      const specifier = node.moduleReference.expression.value;
      add(node.start, specifier, node.importKind === 'type', ['*']);
    },
    CallExpression(node) {
      const [argument] = node.arguments;
      if (argument === undefined) return;
      if (isRequire(node.callee)) add(node.start, textOf(argument), false, ['*']);
      if (isGlob(node.callee)) {
        const patterns = argument.type === 'ArrayExpression' ? argument.elements : [argument];
        for (const pattern of patterns) {
          add(node.start, pattern === null ? null : textOf(pattern), false, ['*']);
        }
      }
    },
  }).visit(program);
  return found;
}

function nameOf(
  name: { type: 'Identifier'; name: string } | { type: 'Literal'; value: string },
): string {
  return name.type === 'Identifier' ? name.name : name.value;
}

function textOf(node: Argument): string | null {
  if (node.type === 'Literal' && typeof node.value === 'string') return node.value;
  if (node.type === 'TemplateLiteral' && node.expressions.length === 0) {
    return node.quasis[0]?.value.cooked ?? null;
  }
  return null;
}

/** `require(…)` and `require.resolve(…)`. */
function isRequire(callee: Expression): boolean {
  const target = callee.type === 'MemberExpression' ? callee.object : callee;
  return target.type === 'Identifier' && target.name === 'require';
}

/** `import.meta.glob(…)`. */
function isGlob(callee: Expression): boolean {
  return (
    callee.type === 'MemberExpression' &&
    callee.object.type === 'MetaProperty' &&
    callee.property.type === 'Identifier' &&
    callee.property.name === 'glob'
  );
}
