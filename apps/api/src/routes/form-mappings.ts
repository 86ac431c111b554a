import { findConnection } from '@fieldledger/connections'
import { FormMappingRequest, FormMappingView, pageOf } from '@fieldledger/contract'
import { formMappings } from '@fieldledger/runtime'
import { createConnectionRepository, createMappingRepository, type Form } from '@fieldledger/storage'
import type { CompanyScope } from '@fieldledger/workflow'
import { Missing } from '../refusals.ts'
import { defineRoute } from '../router/define-route.ts'
import type { Route } from '../router/route.ts'
import type { Services } from '../services.ts'

/** How forms become documents of one connection's ledger: what its steps say, else what is set here. */
export function formMappingRoutes(services: Services): Route[] {
  const { runtime, forms, database } = services
  const connections = createConnectionRepository(database)
  const mappings = createMappingRepository(database)
  const inUse = async (scope: CompanyScope) => {
    const published = (await forms.list(scope)).flatMap(inUseOnly)
    return published.map(({ id: formId, draft, publishedVersion: formVersion }) => ({
      formId,
      formVersion,
      formName: draft.name,
      formType: draft.type,
    }))
  }
  return [
    defineRoute({
      method: 'GET',
      path: '/connections/:id/mappings',
      policy: 'connection.read',
      summary: 'List how forms become documents of a ledger',
      answer: pageOf(FormMappingView),
      handler: async ({ scope, params }) => {
        await findConnection({ connections }, { scope, connectionId: params.id })
        const { companyId } = scope
        return {
          rows: await formMappings({
            runtime,
            companyId,
            connectionId: params.id,
            forms: await inUse(scope),
          }),
        }
      },
    }),
    defineRoute({
      method: 'PUT',
      path: '/connections/:id/mappings',
      policy: 'catalogue.edit',
      summary: 'Set how a form becomes a document of a ledger',
      body: FormMappingRequest,
      answer: pageOf(FormMappingView),
      handler: async ({ scope, params, body, user, audit }) => {
        const { provider } = await findConnection({ connections }, { scope, connectionId: params.id })
        const form = (await inUse(scope)).find(({ formId }) => formId === body.formId)
        if (form === undefined) throw new Missing()
        const { formId, formVersion } = form
        const before = await mappings.find({ scope, formId, formVersion, provider })
        await mappings.save(scope, { ...body, formVersion, provider, savedBy: user.id, savedAt: new Date() })
        audit({ record: formId, ...(before === undefined ? {} : { before }), after: body })
        const { companyId } = scope
        return { rows: await formMappings({ runtime, companyId, connectionId: params.id, forms: [form] }) }
      },
    }),
  ]
}

function inUseOnly(form: Form) {
  const { publishedVersion, archived } = form
  return archived || publishedVersion === null ? [] : [{ ...form, publishedVersion }]
}
