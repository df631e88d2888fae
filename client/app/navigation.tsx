import { Link } from '@tanstack/react-router';
import { keptSearch } from '../frame/kept-search.ts';
import { isOfCompany, useMe } from '../frame/use-me.ts';
import { useTranslation } from '../i18n/use-translation.ts';

const COMPANY_PAGES = [
  { to: '/', label: 'nav.overview' },
  { to: '/season', label: 'nav.season' },
  { to: '/schools', label: 'nav.schools' },
  { to: '/majors', label: 'nav.majors' },
  { to: '/pipeline', label: 'nav.pipeline' },
  { to: '/retention', label: 'nav.retention' },
  { to: '/cooperation', label: 'nav.cooperation' },
  { to: '/records', label: 'nav.records' },
  { to: '/import', label: 'nav.import' },
  { to: '/releases', label: 'nav.releases' },
  { to: '/settings', label: 'nav.settings' },
] as const;

const DEAN_PAGES = [
  { to: '/graduates', label: 'nav.graduates' },
  { to: '/demand', label: 'nav.demand' },
  { to: '/cooperation', label: 'nav.cooperation' },
  { to: '/cohorts', label: 'nav.cohorts' },
  { to: '/annex', label: 'nav.annex' },
] as const;

/** Links to the pages of the role; the current one is marked for eyes and ears. */
export function Navigation({ onChoose }: { readonly onChoose?: () => void }) {
  const { t } = useTranslation();
  const me = useMe();
  const pages = me === null ? [] : isOfCompany(me) ? COMPANY_PAGES : DEAN_PAGES;
  return pages.map(({ to, label }) => (
    <Link
      key={to}
      to={to}
      search={keptSearch}
      className="nav-link"
      activeOptions={{ exact: true, includeSearch: false }}
      activeProps={{ 'aria-current': 'page' }}
      {...(onChoose === undefined ? {} : { onClick: onChoose })}
    >
      {t(label)}
    </Link>
  ));
}
