import { FormDraftChange, FormSummary, FormView, pageOf } from '@fieldledger/contract'
import { FormContent, FormType } from '@fieldledger/forms'
import { Type } from 'typebox'
import { convertVendorField } from '../forms/convert-vendor-field.ts'
import { describeFormChanges } from '../forms/describe-form-changes.ts'
import { formTemplate } from '../forms/form-template.ts'
import { formView } from '../forms/form-view.ts'
import { staleDraft } from '../forms/stale-draft.ts'
import { startGraph } from '../forms/start-graph.ts'
import { Missing } from '../refusals.ts'
import { defineRoute } from '../router/define-route.ts'
import type { Route } from '../router/route.ts'
import type { Services } from '../services.ts'

const NewForm = Type.Object(
  {
    name: Type.String({ minLength: 1, maxLength: 120, pattern: '\\S' }),
    type: Type.Optional(FormType),
    template: Type.Optional(Type.Union([Type.Literal('purchase-order'), Type.Literal('empty')])),
    content: Type.Optional(FormContent),
  },
  { additionalProperties: false },
)

export type FormServices = Pick<Services, 'forms' | 'workflows' | 'runtime' | 'database' | 'submissions'>

export function formDraftRoutes(services: FormServices): Route[] {
  const { forms, workflows, submissions } = services
  return [
    defineRoute({
      method: 'GET',
      path: '/forms',
      policy: 'form.read',
      summary: 'Lists the forms of the company',
      query: Type.Object({
        archived: Type.Optional(Type.Boolean()),
        cursor: Type.Optional(Type.String()),
      }),
      answer: pageOf(FormSummary),
      handler: async ({ scope, query, person }) => {
        const [all, graphs, counts] = await Promise.all([
          forms.list(scope),
          workflows.ofForms(scope),
          submissions.countByForm(scope, person),
        ])
        const rows = all
          .filter(({ archived }) => query.archived === undefined || archived === query.archived)
          .map((form): FormSummary => {
            const { name, description, type } = form.draft
            return {
              id: form.id,
              name,
              ...(description === undefined ? {} : { description }),
              type,
              publishedVersion: form.publishedVersion,
              workflowVersion: graphs.get(form.id)?.publishedVersion ?? null,
              changedSincePublish: form.publishedRevision !== form.revision,
              archived: form.archived,
              submissions: counts.get(form.id) ?? 0,
              updatedAt: form.updatedAt.toISOString(),
            }
          })
        return { rows, total: rows.length }
      },
    }),
    defineRoute({
      method: 'POST',
      path: '/forms',
      policy: 'form.design',
      hint: 'forms',
      summary: 'Made a form',
      body: NewForm,
      answer: FormView,
      status: 201,
      handler: async ({ scope, body, person, audit }) => {
        const content =
          body.content === undefined
            ? formTemplate({ template: body.template ?? 'empty', name: body.name, type: body.type })
            : { ...body.content, name: body.name }
        const form = await forms.create(scope, { content, by: person.id })
        await workflows.create(scope, { formId: form.id, graph: startGraph(), by: person.id })
        audit({ record: form.id, after: { name: content.name, type: content.type } })
        return formView(services, { scope, form })
      },
    }),
    defineRoute({
      method: 'GET',
      path: '/forms/:id',
      policy: 'form.read',
      summary: 'Shows a form: its draft and what is published',
      answer: FormView,
      handler: async ({ scope, params }) => {
        const form = await forms.find(scope, params.id)
        if (form === undefined) throw new Missing()
        return formView(services, { scope, form })
      },
    }),
    defineRoute({
      method: 'PUT',
      path: '/forms/:id',
      policy: 'form.design',
      hint: 'forms',
      summary: 'Changed the draft of a form',
      body: FormDraftChange,
      answer: FormView,
      handler: async ({ scope, params, body, person, audit }) => {
        const before = await forms.find(scope, params.id)
        if (before === undefined) throw new Missing()
        const changes = describeFormChanges(before.draft, body.content)
        audit({ after: changes })
        const form = await forms.saveDraft(scope, { id: params.id, ...body, by: person.id, changes })
        if (form === undefined)
          throw await staleDraft(services, {
            scope,
            seen: body.revision,
            now: await forms.find(scope, params.id),
          })
        return formView(services, { scope, form })
      },
    }),
    defineRoute({
      method: 'POST',
      path: '/forms/:id/convert-vendor-field',
      policy: 'form.design',
      hint: 'forms',
      summary: 'Turned a field into the vendor field',
      body: Type.Object({ fieldId: Type.String({ maxLength: 20 }) }, { additionalProperties: false }),
      answer: FormView,
      handler: async ({ scope, params, body, person, audit }) => {
        const before = await forms.find(scope, params.id)
        if (before === undefined) throw new Missing()
        const content = convertVendorField(before.draft, body.fieldId)
        const changes = describeFormChanges(before.draft, content)
        audit({ after: changes })
        const { revision } = before
        const form = await forms.saveDraft(scope, {
          id: params.id,
          revision,
          content,
          by: person.id,
          changes,
        })
        if (form === undefined)
          throw await staleDraft(services, { scope, seen: revision, now: await forms.find(scope, params.id) })
        return formView(services, { scope, form })
      },
    }),
  ]
}
