import type { TFunction } from 'i18next';
import type { Bilingual, Language } from '../../../domain/language.ts';
import { leastDegreesMet, PLAN_DEGREES } from '../../../domain/records/least-degree.ts';
import type { Demand } from '../../api/release.ts';
import { nameIn } from '../../frame/named.ts';
import type { PanelCell, PanelTable } from '../../frame/panel-table.ts';

/** What a plan's degree is called. */
function degreeName(degree: string, language: Language): string {
  const names: Readonly<Record<string, Bilingual>> = PLAN_DEGREES;
  return names[degree]?.[language] ?? degree;
}

type Plan = Demand['plans'][number];

/**
 * The school's own graduates whom a plan is open to; null where the plan is for any major, or the school has counted
 * nobody of the class yet.
 */
function graduatesFor({ year, major, degree }: Plan, graduates: Demand['graduates']) {
  if (major === null || !graduates.some(({ key }) => key['year'] === year)) return null;
  const meets = (own: unknown): boolean =>
    degree === null || own === degree || leastDegreesMet(own).some((least) => least === degree);
  return graduates
    .filter(({ key }) => {
      const own = key['major'];
      const isMajor = typeof own === 'object' && own !== null && own.id === major.id;
      return key['year'] === year && isMajor && meets(key['degree']);
    })
    .reduce((sum, { value }) => sum + value, 0);
}

/** The shared plans of one class as a table, the most wanted first. */
export function demandTable(
  { plans, graduates }: Demand,
  year: number,
  language: Language,
  t: TFunction,
): PanelTable {
  const column = (id: string, label: string, numeric: boolean) => ({ id, label, numeric });
  const rows = plans
    .filter((plan) => plan.year === year)
    .map((plan) => {
      const { major, degree, headcount } = plan;
      const own = graduatesFor(plan, graduates);
      const name = major === null ? t('partner.anyMajor') : nameIn(language, major);
      const wanted = degree === null ? t('partner.anyDegree') : degreeName(degree, language);
      const cells: PanelCell[] = [
        { kind: 'text', text: name },
        { kind: 'text', text: wanted },
        { kind: 'count', count: headcount },
        own === null ? { kind: 'text', text: '–' } : { kind: 'count', count: own },
      ];
      return { id: `${major?.id ?? 'any'} ${degree ?? 'any'}`, cells };
    });
  return {
    columns: [
      column('major', t('partner.major'), false),
      column('degree', t('partner.degree'), false),
      column('headcount', t('partner.wanted'), true),
      column('graduates', t('partner.ownGraduates'), true),
    ],
    rows,
  };
}
