import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('.', import.meta.url));

// Vite does not find worker threads in a server build, so their entries are inputs too.
const serverEntries = {
  'server/main': 'server/main.ts',
  'server/import/worker': 'server/import/worker.ts',
  'server/import/column-thread': 'server/import/column-thread.ts',
  'server/store/sqlite/image/image-thread': 'server/store/sqlite/image/image-thread.ts',
  'server/releases/worker': 'server/releases/worker.ts',
};

export default defineConfig(({ isSsrBuild }) => ({
  root: isSsrBuild ? root : `${root}client`,
  plugins: [react()],
  server: {
    // Not the client's own modules, which lie under /api too.
    proxy: { '^/api/(?!.*\\.ts)': 'http://127.0.0.1:8787' },
  },
  // Hundreds of modules are read one by one in longer than all of them together. Only what is compiled code, or looks for
  // files of its own, stays outside. Not in tests, which are no build and load libraries as Node does.
  ...(isSsrBuild ? { ssr: { noExternal: true, external: ['better-sqlite3', 'pino'] } } : {}),
  build: isSsrBuild
    ? {
        ssr: true,
        outDir: 'dist',
        emptyOutDir: false,
        target: 'node20',
        rollupOptions: {
          input: serverEntries,
          // All beside one another, since modules find the project's folders from where they lie.
          output: { entryFileNames: '[name].js', chunkFileNames: 'server/[name].js' },
        },
      }
    : { outDir: '../dist/client', emptyOutDir: true, target: 'es2022', chunkSizeWarningLimit: 900 },
  test: {
    root,
    include: ['tests/**/*.test.{ts,tsx}'],
    globalSetup: ['tests/support/fresh-build.ts', 'tests/support/demo-folder.ts'],
    // Loading all modules anew for each of two hundred files would take as long as many of the tests.
    isolate: false,
    // One less than the cores would leave a machine of two with one file at a time.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    testTimeout: 120_000,
    hookTimeout: 240_000,
  },
}));
