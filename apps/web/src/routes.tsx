import type { RouteObject } from 'react-router'
import { ToFields } from './pages/form/to-fields.tsx'
import { HomePage } from './pages/home/home-page.tsx'
import { MorePage } from './pages/more/more-page.tsx'
import { NotFoundPage } from './pages/not-found/not-found-page.tsx'
import { SignInPage } from './pages/sign-in/sign-in-page.tsx'
import { SignedInOnly } from './session/signed-in-only.tsx'
import { Shell } from './shell/shell.tsx'

/** Pages beyond the first one are loaded when they are opened. */
export const routes: RouteObject[] = [
  { path: '/sign-in', Component: SignInPage },
  {
    Component: SignedInOnly,
    children: [
      {
        Component: Shell,
        children: [
          { path: '/', Component: HomePage },
          { path: '/more', Component: MorePage },
          {
            path: '/my-forms',
            lazy: async () => ({ Component: (await import('./pages/fill/my-forms-page.tsx')).MyFormsPage }),
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
            path: '/tasks',
            lazy: async () => ({ Component: (await import('./pages/tasks/tasks-page.tsx')).TasksPage }),
          },
          {
            path: '/tasks/:taskId',
            lazy: async () => ({ Component: (await import('./pages/tasks/task-page.tsx')).TaskPage }),
          },
          {
            path: '/forms',
            lazy: async () => ({ Component: (await import('./pages/forms/forms-page.tsx')).FormsPage }),
          },
          {
            path: '/forms/:formId',
            lazy: async () => ({ Component: (await import('./pages/form/form-page.tsx')).FormPage }),
            children: [
              { index: true, Component: ToFields },
              {
                path: 'details',
                lazy: async () => ({ Component: (await import('./pages/form/details-tab.tsx')).DetailsTab }),
              },
              {
                path: 'fields',
                lazy: async () => ({ Component: (await import('./pages/form/fields-tab.tsx')).FieldsTab }),
              },
              {
                path: 'workflow',
                lazy: async () => ({
                  Component: (await import('./pages/form/workflow-tab.tsx')).WorkflowTab,
                }),
              },
            ],
          },
          { path: '*', Component: NotFoundPage },
        ],
      },
    ],
  },
]
