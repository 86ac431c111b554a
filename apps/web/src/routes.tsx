import type { RouteObject } from 'react-router'
import { ToFields } from './pages/form/to-fields.tsx'
import { HomePage } from './pages/home/home-page.tsx'
import { MorePage } from './pages/more/more-page.tsx'
import { NotFoundPage } from './pages/not-found/not-found-page.tsx'
import { SignInPage } from './pages/sign-in/sign-in-page.tsx'
import { syncRoutes } from './pages/sync/sync-routes.ts'
import { SignedInOnly } from './session/signed-in-only.tsx'
import { PageFault } from './shell/page-fault.tsx'
import { Shell } from './shell/shell.tsx'

/** Pages beyond the first one are loaded when they are opened. */
export const routes: RouteObject[] = [
  {
    ErrorBoundary: PageFault,
    children: [
      { path: '/sign-in', Component: SignInPage },
      {
        path: '/setup',
        lazy: async () => ({ Component: (await import('./pages/sign-in/setup-page.tsx')).SetupPage }),
      },
      {
        path: '/invitation/:token',
        lazy: async () => ({
          Component: (await import('./pages/sign-in/invitation-page.tsx')).InvitationPage,
        }),
      },
      {
        path: '/decide/:token',
        lazy: async () => ({ Component: (await import('./pages/decide/decide-page.tsx')).DecidePage }),
      },
      {
        path: '/portal/:token',
        lazy: async () => ({ Component: (await import('./pages/portal/portal-page.tsx')).PortalPage }),
      },
      {
        Component: SignedInOnly,
        children: [
          {
            Component: Shell,
            children: [
              {
                ErrorBoundary: PageFault,
                children: [
                  { path: '/', Component: HomePage },
                  { path: '/more', Component: MorePage },
                  {
                    path: '/my-forms',
                    lazy: async () => ({
                      Component: (await import('./pages/fill/my-forms-page.tsx')).MyFormsPage,
                    }),
                  },
                  {
                    path: '/my-forms/:formId',
                    lazy: async () => ({ Component: (await import('./pages/fill/fill-page.tsx')).FillPage }),
                  },
                  {
                    path: '/submissions',
                    lazy: async () => ({
                      Component: (await import('./pages/submissions/submissions-page.tsx')).SubmissionsPage,
                    }),
                  },
                  {
                    path: '/submissions/:submissionId',
                    lazy: async () => ({
                      Component: (await import('./pages/submission/submission-page.tsx')).SubmissionPage,
                    }),
                  },
                  {
                    path: '/submissions/:submissionId/revise',
                    lazy: async () => ({
                      Component: (await import('./pages/submission/revise-page.tsx')).RevisePage,
                    }),
                  },
                  {
                    path: '/runs',
                    lazy: async () => ({ Component: (await import('./pages/runs/runs-page.tsx')).RunsPage }),
                  },
                  {
                    path: '/runs/:runId',
                    lazy: async () => ({ Component: (await import('./pages/run/run-page.tsx')).RunPage }),
                  },
                  {
                    path: '/tasks',
                    lazy: async () => ({
                      Component: (await import('./pages/tasks/tasks-page.tsx')).TasksPage,
                    }),
                  },
                  {
                    path: '/tasks/:taskId',
                    lazy: async () => ({ Component: (await import('./pages/tasks/task-page.tsx')).TaskPage }),
                  },
                  {
                    path: '/forms',
                    lazy: async () => ({
                      Component: (await import('./pages/forms/forms-page.tsx')).FormsPage,
                    }),
                  },
                  {
                    path: '/forms/:formId',
                    lazy: async () => ({ Component: (await import('./pages/form/form-page.tsx')).FormPage }),
                    children: [
                      { index: true, Component: ToFields },
                      {
                        path: 'details',
                        lazy: async () => ({
                          Component: (await import('./pages/form/details-tab.tsx')).DetailsTab,
                        }),
                      },
                      {
                        path: 'fields',
                        lazy: async () => ({
                          Component: (await import('./pages/form/fields-tab.tsx')).FieldsTab,
                        }),
                      },
                      {
                        path: 'workflow',
                        lazy: async () => ({
                          Component: (await import('./pages/form/workflow-tab.tsx')).WorkflowTab,
                        }),
                      },
                    ],
                  },
                  {
                    path: '/connections',
                    lazy: async () => ({
                      Component: (await import('./pages/connections/connections-page.tsx')).ConnectionsPage,
                    }),
                  },
                  {
                    path: '/connections/choose/:choiceId',
                    lazy: async () => ({
                      Component: (await import('./pages/choose-companies/choose-companies-page.tsx'))
                        .ChooseCompaniesPage,
                    }),
                  },
                  {
                    path: '/connections/:connectionId',
                    lazy: async () => ({
                      Component: (await import('./pages/connection/connection-page.tsx')).ConnectionPage,
                    }),
                  },
                  {
                    path: '/catalogue',
                    lazy: async () => ({
                      Component: (await import('./pages/catalogue/catalogue-page.tsx')).CataloguePage,
                    }),
                  },
                  {
                    path: '/catalogue/:list',
                    lazy: async () => ({
                      Component: (await import('./pages/catalogue/catalogue-page.tsx')).CataloguePage,
                    }),
                  },
                  {
                    path: '/catalogue/:list/import',
                    lazy: async () => ({
                      Component: (await import('./pages/catalogue/file-import/file-import-page.tsx'))
                        .FileImportPage,
                    }),
                  },
                  {
                    path: '/catalogue/:list/suggestions/:connectionId',
                    lazy: async () => ({
                      Component: (await import('./pages/catalogue/suggestions/suggestions-page.tsx'))
                        .SuggestionsPage,
                    }),
                  },
                  {
                    path: '/catalogue/materials/:materialId/map/:connectionId',
                    lazy: async () => ({
                      Component: (await import('./pages/catalogue/map-item/map-item-page.tsx')).MapItemPage,
                    }),
                  },
                  {
                    path: '/people',
                    lazy: async () => ({
                      Component: (await import('./pages/people/people-page.tsx')).PeoplePage,
                    }),
                  },
                  {
                    path: '/company',
                    lazy: async () => ({
                      Component: (await import('./pages/company/company-page.tsx')).CompanyPage,
                    }),
                  },
                  {
                    path: '/api-keys',
                    lazy: async () => ({
                      Component: (await import('./pages/api-keys/api-keys-page.tsx')).ApiKeysPage,
                    }),
                  },
                  {
                    path: '/audit',
                    lazy: async () => ({
                      Component: (await import('./pages/audit/audit-page.tsx')).AuditPage,
                    }),
                  },
                  syncRoutes,
                  { path: '*', Component: NotFoundPage },
                ],
              },
            ],
          },
        ],
      },
    ],
  },
]
