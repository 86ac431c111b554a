import { Type } from 'typebox'
import { docsPage } from '../docs-page.ts'
import { openApi } from '../openapi.ts'
import { defineRoute } from '../router/define-route.ts'
import type { Route } from '../router/route.ts'

/** The OpenAPI document and a page to read it, both made from the route table, themselves included. */
export function documentRoutes(routes: readonly Route[]): Route[] {
  const own: Route[] = [
    defineRoute({
      method: 'GET',
      path: '/openapi.json',
      policy: 'public',
      summary: 'This API as an OpenAPI 3.1 document',
      answer: Type.Unknown(),
      handler: () => document,
    }),
    defineRoute({
      method: 'GET',
      path: '/docs',
      policy: 'public',
      summary: 'This API as a page',
      answer: { bytes: 'text/html' },
      handler: ({ reply }) => {
        reply.type('text/html').send(page)
        return undefined
      },
    }),
  ]
  const all = [...routes, ...own]
  const document = openApi(all)
  const page = docsPage(all)
  return own
}
