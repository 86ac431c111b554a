import type { RouteObject } from 'react-router'
import { ToAttention } from './to-attention.tsx'

/** What did not arrive, and what became of it. */
export const syncRoutes: RouteObject = {
  path: '/sync',
  lazy: async () => ({ Component: (await import('./sync-page.tsx')).SyncPage }),
  children: [
    { index: true, Component: ToAttention },
    {
      path: 'attention',
      lazy: async () => ({
        Component: (await import('./attention-tab.tsx')).AttentionTab,
      }),
    },
    {
      path: 'conflicts',
      lazy: async () => ({
        Component: (await import('./conflicts/conflicts-tab.tsx')).ConflictsTab,
      }),
    },
    {
      path: 'log',
      lazy: async () => ({ Component: (await import('./log-tab.tsx')).LogTab }),
    },
    {
      path: 'not-sent',
      lazy: async () => ({
        Component: (await import('./not-sent-tab.tsx')).NotSentTab,
      }),
    },
    {
      path: 'reconcile',
      lazy: async () => ({
        Component: (await import('./reconcile/reconcile-tab.tsx')).ReconcileTab,
      }),
    },
    {
      path: 'errors',
      lazy: async () => ({
        Component: (await import('./errors-tab.tsx')).ErrorsTab,
      }),
    },
    {
      path: 'batches',
      lazy: async () => ({
        Component: (await import('./batches-tab.tsx')).BatchesTab,
      }),
    },
    {
      path: 'batches/:batchId',
      lazy: async () => ({
        Component: (await import('./batch-page.tsx')).BatchPage,
      }),
    },
  ],
}
