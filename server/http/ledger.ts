import type { Context } from 'hono';
import { CONTACT_DAYS } from '../../domain/cooperation/due.ts';
import { isoFromDay, today } from '../../domain/dates.ts';
import { AppError } from '../../domain/errors.ts';
import { calendarOf } from '../cooperation/calendar.ts';
import type { Outcome } from '../cooperation/context.ts';
import { ledgerCsv } from '../cooperation/ledger-csv.ts';
import type { Services } from '../services.ts';
import type { Names } from '../store/ports.ts';
import { actorOf, readerOf } from './actor.ts';
import { expectedRevision } from './if-match.ts';
import {
  addRoute,
  calendarRoute,
  changeRoute,
  confirmRoute,
  csvRoute,
  deletedRoute,
  dueRoute,
  listRoute,
  oneRoute,
  removeRoute,
  restoreRoute,
} from './ledger-declarations.ts';
import { entryInput, ledgerFilters, ledgerOrder } from './ledger-requests.ts';
import { chineseTexts, showDeleted, showDueItem, showEntry } from './ledger-shapes.ts';
import { cursorOf, placeOf } from './record-cursor.ts';
import { languageOf } from './request-language.ts';
import { router } from './router.ts';

const PAGE = 100;
const DAYS = 90;

/** Answers a lost race with the entry as it is now, so that nothing that was typed has to be lost. */
function settled(outcome: Outcome, names: Names) {
  if (outcome.kind === 'done') return outcome.entry;
  const { current } = outcome;
  throw new AppError(
    'changed_meanwhile',
    {
      en: `“${current.title}” was changed meanwhile: it is at revision ${current.revision}. Look at both and send again what should stand.`,
      zh: `“${current.title}”已被他人修改，当前为第 ${current.revision} 版。请核对两个版本后重新提交。`,
    },
    { current: showEntry(current, names) },
  );
}

function tag(context: Context, { revision }: { readonly revision: number }): void {
  context.header('ETag', `"${revision}"`);
}

/** The routes of the ledger of cooperation. */
export function ledgerRoutes({ ledger, directory, aggregator, demo }: Services) {
  // The demo's dates lie around the day its data are of; everything real is due by the calendar.
  const usualDay = async () => (demo ? (await aggregator.snapshot()).usualAsOf : today());
  return router()
    .openapi(listRoute, async (context) => {
      const { sort = '-starts_on', limit, cursor, ...asked } = context.req.valid('query');
      const after = placeOf(sort, cursor);
      const query = {
        ...ledgerFilters(asked),
        ...ledgerOrder(sort),
        limit: limit ?? PAGE,
        after: after === null ? null : { value: after.value, id: after.id },
      };
      const { rows, next, total } = ledger.list(query, readerOf(context));
      const names = await directory.names();
      const answer = {
        rows: rows.map((entry) => showEntry(entry, names)),
        next: cursorOf(sort, next, 'next'),
        total,
        names: chineseTexts(rows, names),
      };
      return context.json(answer, 200);
    })
    .openapi(csvRoute, async (context) => {
      const entries = ledger.all(ledgerFilters(context.req.valid('query')), readerOf(context));
      return context.body(ledgerCsv(entries, await directory.names()), 200, {
        'Content-Type': 'text/csv; charset=utf-8',
        'Content-Disposition': 'attachment; filename="cooperation.csv"',
      });
    })
    .openapi(calendarRoute, async (context) => {
      const { lang = languageOf(context), token: _, ...asked } = context.req.valid('query');
      const calendar = calendarOf({
        items: ledger.dates(ledgerFilters(asked), readerOf(context)),
        names: await directory.names(),
        language: lang,
        host: new URL(context.req.url).hostname,
        now: new Date(),
      });
      return context.body(calendar, 200, {
        'Content-Type': 'text/calendar; charset=utf-8',
        'Content-Disposition': 'inline; filename="cooperation.ics"',
      });
    })
    .openapi(dueRoute, async (context) => {
      const { days = DAYS, on: asked, ...rest } = context.req.valid('query');
      const on = asked ?? (await usualDay());
      const lists = ledger.due(ledgerFilters(rest), on, days, readerOf(context));
      const names = await directory.names();
      const items = [...lists.ends, ...lists.overdue, ...lists.coming];
      const entries = items.flatMap(({ entry }) => (entry === null ? [] : [entry]));
      const shown = (list: (typeof lists)['ends']) =>
        list.map((item) => showDueItem(item, on, names));
      return context.json(
        {
          on: isoFromDay(on),
          days,
          contactDays: CONTACT_DAYS,
          ends: shown(lists.ends),
          overdue: shown(lists.overdue),
          coming: shown(lists.coming),
          names: chineseTexts(entries, names),
        },
        200,
      );
    })
    .openapi(deletedRoute, async (context) => {
      const names = await directory.names();
      const deleted = ledger.deleted();
      const entries = deleted.map(({ entry }) => entry);
      const rows = deleted.map((one) => showDeleted(one, names));
      return context.json({ rows, names: chineseTexts(entries, names) }, 200);
    })
    .openapi(oneRoute, async (context) => {
      const entry = ledger.get(context.req.valid('param').id, readerOf(context));
      tag(context, entry);
      return context.json(showEntry(entry, await directory.names()), 200);
    })
    .openapi(addRoute, async (context) => {
      const entry = await ledger.add(entryInput(context.req.valid('json')), actorOf(context));
      tag(context, entry);
      return context.json(showEntry(entry, await directory.names()), 201);
    })
    .openapi(changeRoute, async (context) => {
      const outcome = await ledger.change(readerOf(context), {
        id: context.req.valid('param').id,
        expected: expectedRevision(context),
        input: entryInput(context.req.valid('json')),
        by: actorOf(context),
      });
      const names = await directory.names();
      const entry = settled(outcome, names);
      tag(context, entry);
      return context.json(showEntry(entry, names), 200);
    })
    .openapi(removeRoute, async (context) => {
      const outcome = await ledger.remove(readerOf(context), {
        id: context.req.valid('param').id,
        expected: expectedRevision(context),
        by: actorOf(context),
      });
      const names = await directory.names();
      return context.json(showEntry(settled(outcome, names), names), 200);
    })
    .openapi(restoreRoute, async (context) => {
      const entry = await ledger.restore(context.req.valid('param').id, actorOf(context));
      tag(context, entry);
      return context.json(showEntry(entry, await directory.names()), 200);
    })
    .openapi(confirmRoute, async (context) => {
      const outcome = await ledger.confirm(readerOf(context), {
        id: context.req.valid('param').id,
        expected: expectedRevision(context),
        promise: context.req.valid('json'),
        by: actorOf(context),
      });
      const names = await directory.names();
      const entry = settled(outcome, names);
      tag(context, entry);
      return context.json(showEntry(entry, names), 200);
    });
}
