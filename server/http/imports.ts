import type { Context } from 'hono';
import { AppError } from '../../domain/errors.ts';
import { templateCsv } from '../../domain/records/template.ts';
import { kindOf } from '../import/upload.ts';
import { templateXlsx } from '../import/xlsx-template.ts';
import type { Services } from '../services.ts';
import type { Actor } from '../store/audit-ports.ts';
import type { ImportRecord } from '../store/import-ports.ts';
import { actorOf } from './actor.ts';
import {
  cancelRoute,
  commitRoute,
  errorsRoute,
  eventsRoute,
  getRoute,
  listRoute,
  mappingRoute,
  namesRoute,
  readingRoute,
  stopRoute,
  templateRoute,
  undoRoute,
  uploadRoute,
  valuesRoute,
} from './import-declarations.ts';
import { importEvents } from './import-events.ts';
import { byteStream } from './byte-stream.ts';
import { showDetail, showImport, showSummary } from './imports-shapes.ts';
import { receiveFile } from './receive-file.ts';
import { languageOf } from './request-language.ts';
import { importsOf, ownImport, undoOwn } from './own-imports.ts';
import { ownSchool } from './own-school.ts';
import { principalOf, type Signed } from './principal.ts';
import { router } from './router.ts';

const CSV = 'text/csv; charset=utf-8';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The routes of importing. */
export function importRoutes({ imports, audit }: Pick<Services, 'imports' | 'audit'>) {
  const note = (by: Actor, action: 'commit' | 'undo', entry: ImportRecord): Promise<void> => {
    const { id, kind, fileName, result } = entry;
    return audit.note({
      by,
      action,
      kind: 'import',
      recordId: id,
      label: fileName,
      before: null,
      after:
        action === 'undo' || result === null
          ? { kind }
          : {
              kind,
              inserted: result.inserted,
              updated: result.updated,
              unchanged: result.unchanged,
              skipped: result.skipped,
            },
    });
  };
  const ownId = (context: Context<Signed>, { id }: { readonly id: number }): number =>
    ownImport(imports, principalOf(context), id).id;
  return router()
    .openapi(uploadRoute, async (context) => {
      const { kind } = context.req.valid('query');
      const principal = principalOf(context);
      const owner = ownSchool(principal);
      if (kindOf(kind) !== 'cohorts' && owner !== null) {
        throw new AppError('not_allowed', {
          en: 'A school uploads its graduates and where they went: kind=cohorts.',
          zh: '学校上传毕业生及去向数据：kind=cohorts。',
        });
      }
      const entry = await receiveFile(context.req.raw, (fileName, content) =>
        imports.upload({ kind, fileName, content, createdBy: principal.email, owner }),
      );
      return context.json(showImport(entry, languageOf(context)), 201);
    })
    .openapi(listRoute, (context) => {
      const language = languageOf(context);
      const shown = importsOf(imports, principalOf(context)).map((entry) =>
        showImport(entry, language),
      );
      return context.json(shown, 200);
    })
    .openapi(getRoute, (context) => {
      const { id } = context.req.valid('param');
      const detail = showDetail(
        ownImport(imports, principalOf(context), id),
        imports.progressOf(id),
        languageOf(context),
      );
      return context.json(detail, 200);
    })
    .openapi(cancelRoute, async (context) => {
      const entry = await imports.cancel(ownId(context, context.req.valid('param')));
      return context.json(showImport(entry, languageOf(context)), 200);
    })
    .openapi(stopRoute, async (context) => {
      const entry = await imports.stop(ownId(context, context.req.valid('param')));
      return context.json(showImport(entry, languageOf(context)), 200);
    })
    .openapi(readingRoute, async (context) => {
      const change = context.req.valid('json');
      const id = ownId(context, context.req.valid('param'));
      const entry = await imports.setReading(id, change);
      return context.json(showImport(entry, languageOf(context)), 200);
    })
    .openapi(mappingRoute, async (context) => {
      const mapping = context.req.valid('json');
      const summary = await imports.setMapping(ownId(context, context.req.valid('param')), mapping);
      return context.json(showSummary(summary, languageOf(context)), 200);
    })
    .openapi(namesRoute, async (context) => {
      const names = context.req.valid('json');
      const summary = await imports.setNames(context.req.valid('param').id, names);
      return context.json(showSummary(summary, languageOf(context)), 200);
    })
    .openapi(valuesRoute, async (context) => {
      const values = context.req.valid('json');
      const summary = await imports.setValues(ownId(context, context.req.valid('param')), values);
      return context.json(showSummary(summary, languageOf(context)), 200);
    })
    .openapi(errorsRoute, (context) => {
      const id = ownId(context, context.req.valid('param'));
      const csv = imports.errorsCsv(id, languageOf(context));
      return context.body(byteStream(csv), 200, {
        'Content-Type': CSV,
        'Content-Disposition': `attachment; filename="import-${id}-errors.csv"`,
      });
    })
    .openapi(commitRoute, async (context) => {
      const id = ownId(context, context.req.valid('param'));
      const { skipInvalid } = context.req.valid('json');
      const by = actorOf(context);
      await imports.startCommit(id, skipInvalid ?? false, () =>
        note(by, 'commit', imports.get(id)),
      );
      return context.json(showImport(imports.get(id), languageOf(context)), 202);
    })
    .openapi(undoRoute, async (context) => {
      const entry = await undoOwn(
        imports,
        principalOf(context),
        ownId(context, context.req.valid('param')),
      );
      await note(actorOf(context), 'undo', entry);
      return context.json(showImport(entry, languageOf(context)), 200);
    })
    .openapi(eventsRoute, (context) =>
      importEvents(context, imports, ownId(context, context.req.valid('param'))),
    )
    .openapi(templateRoute, async (context) => {
      const { file } = context.req.valid('param');
      const { lang = 'en' } = context.req.valid('query');
      const [name = '', ending] = file.split('.');
      const kind = kindOf(name);
      const excel = ending === 'xlsx';
      return context.body(
        excel ? new Uint8Array(await templateXlsx(kind, lang)) : templateCsv(kind, lang),
        200,
        {
          'Content-Type': excel ? XLSX : CSV,
          'Content-Disposition': `attachment; filename="${file}"`,
        },
      );
    });
}
