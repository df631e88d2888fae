import type { TFunction } from 'i18next';
import { dimension } from '../../../domain/dimensions.ts';
import type { Language } from '../../../domain/language.ts';
import type { Demand } from '../../api/release.ts';
import { nameIn } from '../../frame/named.ts';
import type { PanelCell, PanelTable } from '../../frame/panel-table.ts';

type Plan = Demand['plans'][number];

/** Degrees from the lowest to the highest: a plan names the least one. */
const DEGREES = Object.keys(dimension('degree').codes ?? {});

/**
 * The school's own graduates whom a plan is open to; null where the plan is for any major, or the school has counted
 * nobody of the class yet.
 */
export function graduatesFor({ year, major, degree }: Plan, graduates: Demand['graduates']) {
  if (major === null || !graduates.some(({ key }) => key['year'] === year)) return null;
  const least = degree === null ? -1 : DEGREES.indexOf(degree);
  return graduates
    .filter(({ key }) => {
      const own = key['major'];
      const isMajor = typeof own === 'object' && own !== null && own.id === major.id;
      const rank = DEGREES.indexOf(String(key['degree']));
      return key['year'] === year && isMajor && rank >= least;
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
      const codes = dimension('degree').codes ?? {};
      const least =
        degree === null
          ? t('partner.anyDegree')
          : t('partner.orAbove', { degree: codes[degree]?.[language] ?? degree });
      const cells: PanelCell[] = [
        { kind: 'text', text: name },
        { kind: 'text', text: least },
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
