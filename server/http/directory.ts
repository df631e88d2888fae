import type { Services } from '../services.ts';
import type { Actor, NewAuditLine } from '../store/audit-ports.ts';
import type { ListedEntry, MergeRecord } from '../store/directory-ports.ts';
import type { DirectoryKind } from '../store/import-ports.ts';
import { actorOf } from './actor.ts';
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
export function directoryRoutes({ keeping, audit }: Pick<Services, 'keeping' | 'audit'>) {
  const noteEdit = (
    by: Actor,
    kind: DirectoryKind,
    { id, name }: ListedEntry,
    values: Pick<NewAuditLine, 'before' | 'after'>,
  ) => audit.note({ by, action: 'change', kind, recordId: id, label: name, ...values });
  const noteMerge = (by: Actor, action: 'add' | 'undo', { id, kind, from, into }: MergeRecord) =>
    audit.note({
      by,
      action,
      kind: 'merge',
      recordId: id,
      label: `${from.name} → ${into.name}`,
      before: null,
      after: { of: kind },
    });
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
      const kind = kindIn(directory);
      const before = keeping.entries(kind).find((one) => one.id === id)?.fields ?? null;
      const entry = await keeping.edit(kind, id, Object.fromEntries(said));
      await noteEdit(actorOf(context), kind, entry, { before, after: entry.fields });
      return context.json(showEntry(entry), 200);
    })
    .openapi(addAliasRoute, async (context) => {
      const { directory, id } = context.req.valid('param');
      const { alias } = context.req.valid('json');
      const kind = kindIn(directory);
      const entry = await keeping.addAlias(kind, id, alias);
      await noteEdit(actorOf(context), kind, entry, { before: null, after: { alias } });
      return context.json(showEntry(entry), 200);
    })
    .openapi(removeAliasRoute, async (context) => {
      const { directory, id } = context.req.valid('param');
      const { alias } = context.req.valid('query');
      const kind = kindIn(directory);
      const entry = await keeping.removeAlias(kind, id, alias);
      await noteEdit(actorOf(context), kind, entry, { before: { alias }, after: null });
      return context.json(showEntry(entry), 200);
    })
    .openapi(mergeRoute, async (context) => {
      const { directory } = context.req.valid('param');
      const { from, into, keep = null, preview = false } = context.req.valid('json');
      const wish = { kind: kindIn(directory), from, into, keep };
      if (preview) return context.json(showPreview(keeping.previewMerge(wish)), 200);
      const merge = await keeping.merge(wish, principalOf(context).email);
      await noteMerge(actorOf(context), 'add', merge);
      return context.json(showMerge(merge), 201);
    })
    .openapi(mergesRoute, (context) => context.json({ rows: keeping.merges().map(showMerge) }, 200))
    .openapi(undoMergeRoute, async (context) => {
      const { id } = context.req.valid('param');
      const merge = await keeping.undoMerge(id, principalOf(context).email);
      await noteMerge(actorOf(context), 'undo', merge);
      return context.json(showMerge(merge), 200);
    });
}
