import '@mantine/core/styles.css';
import './app.css';
import { localStorageColorSchemeManager, MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { RouterProvider } from 'react-router';
import { isReport, unpack } from './report';
import { router } from './routes';
import { cssVariables, theme } from './theme';

// Logs never change; what does (the shelf, an import) is asked for anew where it is shown.
const queries = new QueryClient({ defaultOptions: { queries: { staleTime: 300_000, retry: false, refetchOnWindowFocus: false } } });

if (isReport) await unpack();

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto" colorSchemeManager={localStorageColorSchemeManager()}>
      <QueryClientProvider client={queries}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </MantineProvider>
  </StrictMode>,
);
