import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import {
  createMemoryHistory,
  createRootRoute,
  createRouter,
  RouterProvider,
} from '@tanstack/react-router';
import { render } from '@testing-library/react';
import type { ReactElement } from 'react';
import { aboutOptions } from '../../client/api/about.ts';
import { meOptions, type Me } from '../../client/api/account.ts';
import { dimensionsOptions } from '../../client/api/dimensions.ts';
import { FormatterProvider } from '../../client/frame/formatter-provider.tsx';
import { parseSearch, stringifySearch } from '../../client/frame/search-parameters.ts';
import { TranslationProvider } from '../../client/i18n/translation-provider.tsx';
import { startTranslation } from '../../client/i18n/start-translation.ts';
import type { Language } from '../../domain/language.ts';

const ABOUT = {
  demo: false,
  currency: 'CNY',
  version: 1,
  asOf: '2026-06-30',
  knownTo: '2026-06-30',
  latestSeason: 2026,
  empty: false,
};

const ME: Me = {
  user: { email: 'hr@test.invalid', name: 'HR', role: 'hr' },
  scope: { kind: 'all' },
};

const SCHOOLS = [
  { id: 3, name: 'North University', nameZh: '北方大学', hires: 12 },
  { id: 5, name: 'South College', nameZh: '南方学院', hires: 7 },
];

/** Shows an element as the page at an address, with what the server says about its data already there. */
export async function renderInApp(element: ReactElement, address = '/', language: Language = 'en') {
  const queryClient = new QueryClient({
    defaultOptions: { queries: { staleTime: Infinity, retry: false } },
  });
  queryClient.setQueryData(meOptions.queryKey, ME);
  queryClient.setQueryData(aboutOptions.queryKey, ABOUT);
  queryClient.setQueryData(dimensionsOptions.queryKey, { school: SCHOOLS });
  const router = createRouter({
    routeTree: createRootRoute({ component: () => element }),
    history: createMemoryHistory({ initialEntries: [address] }),
    parseSearch,
    stringifySearch,
  });
  await router.load();
  const view = render(
    <TranslationProvider translation={startTranslation(language)}>
      <MantineProvider env="test">
        <QueryClientProvider client={queryClient}>
          <FormatterProvider>
            <RouterProvider<typeof router> router={router} />
          </FormatterProvider>
        </QueryClientProvider>
      </MantineProvider>
    </TranslationProvider>,
  );
  return { ...view, address: () => router.state.location.href };
}
