import { useQuery } from '@tanstack/react-query';
import { Navigate, useMatches, useMatchRoute } from '@tanstack/react-router';
import { lazy, Suspense, type ReactNode } from 'react';
import { meOptions } from '../api/account.ts';
import { RequestError } from '../api/request-error.ts';
import { isOfCompany } from '../frame/use-me.ts';
import { PageBroken, PageLoading } from './route-states.tsx';

const SignInPage = lazy(async () => {
  const { SignInPage: page } = await import('../pages/sign-in-page.tsx');
  return { default: page };
});

/** The pages of a dean. */
const DEAN_PATHS = [
  '/graduates',
  '/demand',
  '/cooperation',
  '/cohorts',
  '/annex',
  '/account',
] as const;

interface EntranceProps {
  /** What stands above every page of the company. */
  readonly note: ReactNode;
  readonly children: ReactNode;
}

/** Shows a page to whom it is for: the sign-in where nobody is signed in, and to a dean what a dean may see. */
export function Entrance({ note, children }: EntranceProps) {
  const matches = useMatchRoute();
  const shown = useMatches({ select: (found) => found.at(-1)?.pathname });
  const { data: me, error } = useQuery(meOptions);
  if (matches({ to: '/join/$secret' }) !== false) return children;
  if (error instanceof RequestError && error.status === 401) {
    return (
      <Suspense fallback={<PageLoading />}>
        <SignInPage />
      </Suspense>
    );
  }
  if (error !== null) return <PageBroken error={error} />;
  if (me === undefined) return <PageLoading />;
  if (isOfCompany(me)) {
    return (
      <>
        {note}
        {children}
      </>
    );
  }
  // Of the page that is drawn, not of the one that is asked for: until that is there, the old one would still stand.
  const isOwn = DEAN_PATHS.some((path) => path === shown);
  return isOwn ? children : <Navigate to="/graduates" replace />;
}
