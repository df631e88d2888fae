import { isoFromDay, today } from '../../domain/dates.ts';
import { BYTE_ORDER_MARK } from '../../domain/csv.ts';
import { AppError } from '../../domain/errors.ts';
import type { Principal } from '../auth/principal.ts';
import type { PublishedPart } from '../releases/create-releases.ts';
import { releaseCsv } from '../releases/release-csv.ts';
import { writeAnnex } from '../releases/write-annex.ts';
import type { Services } from '../services.ts';
import type { Actor } from '../store/audit-ports.ts';
import type { ReleaseEntry } from '../store/release-ports.ts';
import {
  publishedRoute,
  publishRoute,
  releaseCsvRoute,
  releaseRoute,
  releasesRoute,
  reportRoute,
  withdrawRoute,
} from './release-declarations.ts';
import { schoolAsked, type AskedSchool } from './own-school.ts';
import { actorOf } from './actor.ts';
import { principalOf } from './principal.ts';
import { partOf, showPart, showPreview, showPublished, showRelease } from './release-shapes.ts';
import { router } from './router.ts';

/** The same sentence for what is not there and what is not one's own. */
function noPart(): AppError {
  return new AppError('not_found', {
    en: 'There is no release with figures for this school or college.',
    zh: '没有包含该学校或学院数据的发布。',
  });
}

const WHOSE = {
  unknown: noPart,
  unnamed: () =>
    new AppError('invalid_input', {
      en: 'Name the school whose part of the release you want: school=….',
      zh: '请指定要查看哪所学校的发布内容：school=…。',
    }),
};

/** Releases to deans, and what each of them reads. */
export function releaseRoutes({
  releases,
  audit,
  settings,
}: Pick<Services, 'releases' | 'audit' | 'settings'>) {
  const note = (by: Actor, action: 'publish' | 'withdraw', { id, asOf }: ReleaseEntry) =>
    audit.note({
      by,
      action,
      kind: 'release',
      recordId: id,
      label: String(id),
      before: null,
      after: { as_of: isoFromDay(asOf) },
    });
  const found = (asked: AskedSchool, principal: Principal): PublishedPart => {
    const part = releases.part(schoolAsked(asked, principal, WHOSE));
    if (part === null) throw noPart();
    return part;
  };
  return router()
    .openapi(releasesRoute, (context) => {
      const current = releases.current();
      const possibleFrom = releases.possibleFrom();
      return context.json(
        {
          releases: releases.list().map((entry) => showRelease(entry, current)),
          possibleFrom,
          possible: possibleFrom === null || possibleFrom <= isoFromDay(today()),
        },
        200,
      );
    })
    .openapi(publishRoute, async (context) => {
      const { preview = false, version, tag, school, college } = context.req.valid('json');
      if (!preview) {
        const entry = await releases.publish(principalOf(context).email, { version, tag });
        await note(actorOf(context), 'publish', entry);
        return context.json(showRelease(entry, releases.current()), 201);
      }
      const draft = await releases.preview();
      const part = partOf(draft.parts, { school, college });
      if (school !== undefined && part === undefined) throw noPart();
      const state = { possibleFrom: releases.possibleFrom(), currency: settings.currency() };
      return context.json(showPreview(draft, part ?? null, state), 200);
    })
    .openapi(withdrawRoute, async (context) => {
      const entry = await releases.withdraw(
        context.req.valid('param').id,
        principalOf(context).email,
      );
      await note(actorOf(context), 'withdraw', entry);
      return context.json(showRelease(entry, releases.current()), 200);
    })
    .openapi(publishedRoute, (context) => {
      const asked = context.req.valid('query');
      const release = releases.published(context.req.valid('param').id);
      const part = partOf(release.parts, asked);
      if (asked.school !== undefined && part === undefined) throw noPart();
      return context.json(showPublished(release, part ?? null, releases.current()), 200);
    })
    .openapi(releaseRoute, (context) => {
      const principal = principalOf(context);
      const part = found(context.req.valid('query'), principal);
      return context.json(showPart(part, principal.reach.kind === 'all'), 200);
    })
    .openapi(releaseCsvRoute, (context) => {
      const { lang = 'en', ...asked } = context.req.valid('query');
      const part = found(asked, principalOf(context));
      return context.body(BYTE_ORDER_MARK + releaseCsv(part, lang), 200, {
        'Content-Type': 'text/csv; charset=utf-8',
        'Content-Disposition': `attachment; filename="release-${part.entry.id}.csv"`,
      });
    })
    .openapi(reportRoute, (context) => {
      const { lang = 'en', year, ...asked } = context.req.valid('query');
      const part = found(asked, principalOf(context));
      const { companyName: employer } = settings.read();
      return context.html(writeAnnex(part, { year, language: lang, employer }), 200);
    });
}
