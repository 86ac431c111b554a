import type { RouteObject } from 'react-router'
import { HomePage } from './pages/home/home-page.tsx'
import { MorePage } from './pages/more/more-page.tsx'
import { NotFoundPage } from './pages/not-found/not-found-page.tsx'
import { SignInPage } from './pages/sign-in/sign-in-page.tsx'
import { SignedInOnly } from './session/signed-in-only.tsx'
import { Shell } from './shell/shell.tsx'

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
          { path: '*', Component: NotFoundPage },
        ],
      },
    ],
  },
]
