import type { DirectoryKeeping } from '../directory/open-directory.ts';
import {
  addAliasRoute,
  differentRoute,
  duplicatesRoute,
  editRoute,
  entriesRoute,
  mergeRoute,
  mergesRoute,
  removeAliasRoute,
  undoMergeRoute,
} from './directory-declarations.ts';
import { kindIn, showDuplicate, showEntry, showMerge, showPreview } from './directory-shapes.ts';
import { principalOf } from './principal.ts';
import { router } from './router.ts';

/** The routes of the directory: schools, majors, and their merges. */
export function directoryRoutes({ keeping }: { readonly keeping: DirectoryKeeping }) {
  return router()
    .openapi(entriesRoute, (context) => {
      const { directory } = context.req.valid('param');
      return context.json({ rows: keeping.entries(kindIn(directory)).map(showEntry) }, 200);
    })
    .openapi(duplicatesRoute, async (context) => {
      const { directory } = context.req.valid('param');
      const pairs = await keeping.possibleDuplicates(kindIn(directory));
      return context.json({ rows: pairs.map(showDuplicate) }, 200);
    })
    .openapi(differentRoute, async (context) => {
      const { directory } = context.req.valid('param');
      const { first, second } = context.req.valid('json');
      await keeping.keepApart(kindIn(directory), first, second);
      return context.json({ first, second }, 200);
    })
    .openapi(editRoute, async (context) => {
      const { directory, id } = context.req.valid('param');
      const said = Object.entries(context.req.valid('json')).flatMap(([field, value]) =>
        value === undefined ? [] : [[field, value] as const],
      );
      const entry = await keeping.edit(kindIn(directory), id, Object.fromEntries(said));
      return context.json(showEntry(entry), 200);
    })
    .openapi(addAliasRoute, async (context) => {
      const { directory, id } = context.req.valid('param');
      const { alias } = context.req.valid('json');
      return context.json(showEntry(await keeping.addAlias(kindIn(directory), id, alias)), 200);
    })
    .openapi(removeAliasRoute, async (context) => {
      const { directory, id } = context.req.valid('param');
      const { alias } = context.req.valid('query');
      return context.json(showEntry(await keeping.removeAlias(kindIn(directory), id, alias)), 200);
    })
    .openapi(mergeRoute, async (context) => {
      const { directory } = context.req.valid('param');
      const { from, into, keep = null, preview = false } = context.req.valid('json');
      const wish = { kind: kindIn(directory), from, into, keep };
      return preview
        ? context.json(showPreview(keeping.previewMerge(wish)), 200)
        : context.json(showMerge(await keeping.merge(wish, principalOf(context).email)), 201);
    })
    .openapi(mergesRoute, (context) => context.json({ rows: keeping.merges().map(showMerge) }, 200))
    .openapi(undoMergeRoute, async (context) => {
      const { id } = context.req.valid('param');
      return context.json(showMerge(await keeping.undoMerge(id, principalOf(context).email)), 200);
    });
}
