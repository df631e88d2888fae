import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import type { i18n } from 'i18next';
import { StrictMode } from 'react';
import { FetchingProvider } from '../frame/fetching.tsx';
import { FormatterProvider } from '../frame/formatter-provider.tsx';
import { TranslationProvider } from '../i18n/translation-provider.tsx';
import { createQueryClient } from './query-client.ts';
import { router } from './router.tsx';
import { cssVariables, theme } from './theme.ts';

const queryClient = createQueryClient();

/** The whole client. */
export function App({ translation }: { readonly translation: i18n }) {
  return (
    <StrictMode>
      <TranslationProvider translation={translation}>
        <MantineProvider
          theme={theme}
          cssVariablesResolver={cssVariables}
          defaultColorScheme="auto"
        >
          <QueryClientProvider client={queryClient}>
            <FormatterProvider>
              <FetchingProvider>
                <RouterProvider router={router} />
              </FetchingProvider>
            </FormatterProvider>
          </QueryClientProvider>
        </MantineProvider>
      </TranslationProvider>
    </StrictMode>
  );
}
