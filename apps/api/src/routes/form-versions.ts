import { FormView, pageOf } from '@fieldledger/contract'
import { FormContent } from '@fieldledger/forms'
import { Type } from 'typebox'
import { formView } from '../forms/form-view.ts'
import { publishProblems } from '../forms/publish-problems.ts'
import { staleDraft } from '../forms/stale-draft.ts'
import { standaloneValidator } from '../forms/standalone-validator.ts'
import { Missing, Unfitting } from '../refusals.ts'
import { defineRoute } from '../router/define-route.ts'
import type { Route } from '../router/route.ts'
import type { Services } from '../services.ts'
import { versionNumber } from '../workflow/version-number.ts'

const FormVersionView = Type.Object({
  version: Type.Integer(),
  content: Type.Optional(FormContent),
  publishedAt: Type.String(),
  publishedBy: Type.String(),
})

export function formVersionRoutes(services: Services): Route[] {
  const { forms, workflows, runtime } = services
  return [
    defineRoute({
      method: 'POST',
      path: '/forms/:id/publish',
      policy: 'form.design',
      hint: 'forms',
      summary: 'Published a form',
      body: Type.Object({ revision: Type.Optional(Type.Integer()) }, { additionalProperties: false }),
      answer: FormView,
      status: 201,
      handler: async ({ scope, params, body, person, audit }) => {
        const form = await forms.find(scope, params.id)
        if (form === undefined) throw new Missing()
        if (body.revision !== undefined && body.revision !== form.revision)
          throw await staleDraft(services, { scope, seen: body.revision, now: form })
        const errors = publishProblems(form.draft)
        if (errors.length > 0)
          throw new Unfitting({
            code: 'form-has-errors',
            message: `The form cannot be published yet: ${errors[0]?.message ?? ''}`,
            errors,
          })
        const published = await forms.publish(scope, { form, by: person.id })
        if (published === undefined)
          throw await staleDraft(services, {
            scope,
            seen: form.revision,
            now: await forms.find(scope, params.id),
          })
        audit({ after: { version: published.version.version } })
        return formView(services, { scope, form: published.form })
      },
    }),
    defineRoute({
      method: 'GET',
      path: '/forms/:id/versions',
      policy: 'form.read',
      summary: 'Lists the published versions of a form',
      answer: pageOf(FormVersionView),
      handler: async ({ scope, params }) => {
        if ((await forms.find(scope, params.id)) === undefined) throw new Missing()
        const found = await forms.versions(scope, params.id)
        const names = await runtime.ports.people.names({
          scope,
          ids: found.map(({ publishedBy }) => publishedBy),
        })
        const rows = found.map(({ version, publishedAt, publishedBy }) => ({
          version,
          publishedAt: publishedAt.toISOString(),
          publishedBy: names.get(publishedBy) ?? publishedBy,
        }))
        return { rows, total: rows.length }
      },
    }),
    defineRoute({
      method: 'GET',
      path: '/forms/:id/versions/:n',
      policy: 'form.read',
      summary: 'Shows a published version of a form',
      answer: FormVersionView,
      handler: async ({ scope, params }) => {
        const which = { formId: params.id, version: versionNumber(params.n) }
        const found = await forms.version(scope, which)
        if (found === undefined) throw new Missing()
        const names = await runtime.ports.people.names({ scope, ids: [found.publishedBy] })
        const { version, content, publishedBy } = found
        return {
          version,
          content,
          publishedAt: found.publishedAt.toISOString(),
          publishedBy: names.get(publishedBy) ?? publishedBy,
        }
      },
    }),
    defineRoute({
      method: 'GET',
      path: '/forms/:id/validator.js',
      policy: 'form.read',
      summary: 'The validator of a form version, or of the draft, as a module',
      query: Type.Object({
        version: Type.Optional(Type.Integer({ minimum: 1 })),
        revision: Type.Optional(Type.Integer()),
      }),
      answer: { bytes: 'text/javascript' },
      handler: async ({ scope, params, query, reply }) => {
        const { version } = query
        const content =
          version === undefined
            ? (await forms.find(scope, params.id))?.draft
            : (await forms.version(scope, { formId: params.id, version }))?.content
        if (content === undefined) throw new Missing()
        // A published version never changes; a draft does.
        reply.setHeader(
          'cache-control',
          version === undefined ? 'no-store' : 'private, max-age=31536000, immutable',
        )
        reply.type('text/javascript').send(standaloneValidator(content))
        return undefined
      },
    }),
    ...(['archive', 'restore'] as const).map((what) =>
      defineRoute({
        method: 'POST',
        path: `/forms/:id/${what}`,
        policy: 'form.design',
        hint: 'forms',
        summary: what === 'archive' ? 'Archived a form' : 'Brought a form back',
        body: Type.Object({}, { additionalProperties: false }),
        answer: FormView,
        handler: async ({ scope, params, audit }) => {
          const archived = what === 'archive'
          const form = await forms.archive(scope, { id: params.id, archived })
          if (form === undefined) throw new Missing()
          audit({ after: { archived } })
          return formView(services, { scope, form })
        },
      }),
    ),
    defineRoute({
      method: 'POST',
      path: '/forms/:id/duplicate',
      policy: 'form.design',
      hint: 'forms',
      summary: 'Copied a form with its workflow',
      body: Type.Object(
        { name: Type.Optional(Type.String({ minLength: 1, maxLength: 120 })) },
        { additionalProperties: false },
      ),
      answer: FormView,
      status: 201,
      handler: async ({ scope, params, body, person, audit }) => {
        const [original, workflow] = await Promise.all([
          forms.find(scope, params.id),
          workflows.find(scope, params.id),
        ])
        if (original === undefined || workflow === undefined) throw new Missing()
        const name = body.name ?? `${original.draft.name} (copy)`.slice(0, 120)
        const form = await forms.create(scope, { content: { ...original.draft, name }, by: person.id })
        await workflows.create(scope, { formId: form.id, graph: workflow.graph, by: person.id })
        audit({ after: { copy: form.id, name } })
        return formView(services, { scope, form })
      },
    }),
  ]
}
