import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
} from '@tanstack/react-router';
import { parseSearch, searchParametersFrom, stringifySearch } from '../frame/search-parameters.ts';
import { PageBroken, PageLoading, PageNotFound } from './route-states.tsx';
import { Shell } from './shell.tsx';

const rootRoute = createRootRoute({
  component: Shell,
  validateSearch: searchParametersFrom,
  notFoundComponent: PageNotFound,
});

const overviewRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/',
  component: lazyRouteComponent(() => import('../pages/overview-page.tsx'), 'OverviewPage'),
});

const schoolsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/schools',
  component: lazyRouteComponent(() => import('../pages/schools-page.tsx'), 'SchoolsPage'),
});

const seasonRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/season',
  component: lazyRouteComponent(() => import('../pages/season-page.tsx'), 'SeasonPage'),
});

const schoolRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/schools/$schoolId',
  component: lazyRouteComponent(() => import('../pages/school-page.tsx'), 'SchoolPage'),
});

const briefRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/schools/$schoolId/brief',
  component: lazyRouteComponent(() => import('../pages/brief-page.tsx'), 'BriefPage'),
});

const majorsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/majors',
  component: lazyRouteComponent(() => import('../pages/majors-page.tsx'), 'MajorsPage'),
});

const retentionRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/retention',
  component: lazyRouteComponent(() => import('../pages/retention-page.tsx'), 'RetentionPage'),
});

const pipelineRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/pipeline',
  component: lazyRouteComponent(() => import('../pages/pipeline-page.tsx'), 'PipelinePage'),
});

const cooperationRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/cooperation',
  component: lazyRouteComponent(() => import('../pages/cooperation-page.tsx'), 'CooperationPage'),
});

const recordsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/records',
  component: lazyRouteComponent(() => import('../pages/records-page.tsx'), 'RecordsPage'),
});

const importRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/import',
  component: lazyRouteComponent(() => import('../pages/import-page.tsx'), 'ImportPage'),
});

const releasesRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/releases',
  component: lazyRouteComponent(() => import('../pages/releases-page.tsx'), 'ReleasesPage'),
});

const graduatesRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/graduates',
  component: lazyRouteComponent(() => import('../pages/graduates-page.tsx'), 'GraduatesPage'),
});

const demandRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/demand',
  component: lazyRouteComponent(() => import('../pages/demand-page.tsx'), 'DemandPage'),
});

const cohortsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/cohorts',
  component: lazyRouteComponent(() => import('../pages/cohorts-page.tsx'), 'CohortsPage'),
});

const annexRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/annex',
  component: lazyRouteComponent(() => import('../pages/annex-page.tsx'), 'AnnexPage'),
});

const settingsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/settings',
  component: lazyRouteComponent(() => import('../pages/settings-page.tsx'), 'SettingsPage'),
});

const auditRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/settings/audit',
  component: lazyRouteComponent(() => import('../pages/audit-page.tsx'), 'AuditPage'),
});

const accountRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/account',
  component: lazyRouteComponent(() => import('../pages/account-page.tsx'), 'AccountPage'),
});

const joinRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/join/$secret',
  component: lazyRouteComponent(() => import('../pages/join-page.tsx'), 'JoinPage'),
});

/** The pages by address. Search parameters are plain repeated keys. */
export const router = createRouter({
  routeTree: rootRoute.addChildren([
    overviewRoute,
    seasonRoute,
    schoolsRoute,
    schoolRoute,
    briefRoute,
    pipelineRoute,
    majorsRoute,
    retentionRoute,
    cooperationRoute,
    recordsRoute,
    importRoute,
    releasesRoute,
    settingsRoute,
    auditRoute,
    graduatesRoute,
    demandRoute,
    cohortsRoute,
    annexRoute,
    accountRoute,
    joinRoute,
  ]),
  parseSearch,
  stringifySearch,
  defaultPreload: 'intent',
  defaultPendingComponent: PageLoading,
  defaultErrorComponent: PageBroken,
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
