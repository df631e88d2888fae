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

const schoolRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/schools/$schoolId',
  component: lazyRouteComponent(() => import('../pages/school-page.tsx'), 'SchoolPage'),
});

const retentionRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/retention',
  component: lazyRouteComponent(() => import('../pages/retention-page.tsx'), 'RetentionPage'),
});

const importRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/import',
  component: lazyRouteComponent(() => import('../pages/import-page.tsx'), 'ImportPage'),
});

/** The pages by address. Search parameters are plain repeated keys. */
export const router = createRouter({
  routeTree: rootRoute.addChildren([overviewRoute, schoolRoute, retentionRoute, importRoute]),
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
