import { pageOf } from '@fieldledger/contract'
import { Type } from 'typebox'
import { defineRoute } from '../router/define-route.ts'
import type { Route } from '../router/route.ts'
import type { Services } from '../services.ts'
import { listSubmissions } from '../submissions/list-submissions.ts'

const Hit = Type.Object({
  kind: Type.Union([
    Type.Literal('submission'),
    Type.Literal('form'),
    Type.Literal('vendor'),
    Type.Literal('material'),
  ]),
  id: Type.String(),
  title: Type.String(),
  detail: Type.Optional(Type.String()),
})
const perKind = 8

export function searchRoutes(services: Services): Route[] {
  const { forms, catalogue } = services
  return [
    defineRoute({
      method: 'GET',
      path: '/search',
      policy: 'submission.read',
      summary: 'Searches submissions, forms, vendors and materials',
      query: Type.Object({ q: Type.String({ minLength: 1, maxLength: 300 }) }),
      answer: pageOf(Hit),
      handler: async ({ scope, query, person, company }) => {
        const { q } = query
        const text = { text: q, archived: false, limit: perKind }
        const [submissions, allForms, vendors, materials] = await Promise.all([
          listSubmissions(services, { scope, person, company, query: { q, limit: perKind } }),
          forms.list(scope),
          catalogue.list(scope, { kind: 'vendor', query: text }),
          catalogue.list(scope, { kind: 'material', query: text }),
        ])
        const named = allForms.filter(({ draft }) => draft.name.toLowerCase().includes(q.toLowerCase()))
        return {
          rows: [
            ...submissions.rows
              .filter(({ status }) => status !== 'draft')
              .map((row) => ({
                kind: 'submission' as const,
                id: row.id,
                title: row.number ?? row.formName,
                detail: [row.formName, row.vendorName].filter((part) => part !== null).join(' · '),
              })),
            ...named
              .slice(0, perKind)
              .map(({ id, draft }) => ({ kind: 'form' as const, id, title: draft.name })),
            ...vendors.rows.map(({ id, name }) => ({ kind: 'vendor' as const, id, title: name })),
            ...materials.rows.map(({ id, name }) => ({ kind: 'material' as const, id, title: name })),
          ],
        }
      },
    }),
  ]
}
