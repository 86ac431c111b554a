import type { PortalLink } from '@fieldledger/catalogue'
import { findRecord } from '@fieldledger/catalogue'
import { PortalLinkRequest, PortalLinksOfVendor, PortalLinkView } from '@fieldledger/contract'
import type { CompanyScope } from '@fieldledger/workflow'
import { portalUnfit } from '../portal/portal-content.ts'
import { Missing, Unfitting } from '../refusals.ts'
import { defineRoute } from '../router/define-route.ts'
import type { Route } from '../router/route.ts'
import type { Services } from '../services.ts'

const dayMs = 86_400_000

/** Links by which a supplier submits forms without an account, made on its own page. */
export function portalLinkRoutes(services: Services): Route[] {
  const { portalLinks, catalogue, settings } = services
  const addressOf = (token: string) => new URL(`/portal/${token}`, settings.publicUrl).href
  const vendorOf = async (scope: CompanyScope, id: string) => {
    const vendor = await findRecord({ catalogue }, { scope, kind: 'vendor', id })
    if (!vendor.archived) return vendor
    throw new Unfitting({
      code: 'record-archived',
      status: 409,
      message: 'This vendor is archived: bring it back first.',
    })
  }
  return [
    defineRoute({
      method: 'GET',
      path: '/vendors/:id/portal-links',
      policy: 'catalogue.edit',
      summary: 'Lists the links of a vendor to the supplier portal',
      answer: PortalLinksOfVendor,
      handler: async ({ scope, params }) => {
        await findRecord({ catalogue }, { scope, kind: 'vendor', id: params.id })
        const forms = await billForms(services, scope)
        const links = await portalLinks.ofVendor(scope, params.id)
        return { rows: links.map((link) => viewLink(link, forms)), forms }
      },
    }),
    defineRoute({
      method: 'POST',
      path: '/vendors/:id/portal-links',
      policy: 'catalogue.edit',
      summary: 'Make a link of a vendor to the supplier portal',
      body: PortalLinkRequest,
      answer: PortalLinkView,
      answersSecret: true,
      status: 201,
      handler: async ({ scope, params, body, person, company, audit }) => {
        const vendor = await vendorOf(scope, params.id)
        const forms = await billForms(services, scope)
        const chosen = body.formIds.map((id) => forms.find((form) => form.id === id))
        if (chosen.some((form) => form === undefined || form.unfit !== undefined))
          throw new Unfitting({
            code: 'form-unfit',
            message: 'One of these forms cannot be filled in by a supplier: choose others.',
          })
        const letter = (token: string) => ({
          subject: `${company.name} asks for your invoices`,
          text: `${person.name} of ${company.name} lets you submit invoices without an account. Open this link: ${addressOf(token)}`,
        })
        const { link, token } = await portalLinks.create(scope, {
          vendorId: vendor.id,
          formIds: [...body.formIds],
          createdBy: { id: person.id, name: person.name },
          expiresAt: new Date(Date.now() + body.days * dayMs),
          ...(body.email === undefined ? {} : { mail: { to: body.email, letter } }),
        })
        audit({ after: { link: link.id, forms: body.formIds, days: body.days, email: body.email } })
        return { ...viewLink(link, forms), url: addressOf(token) }
      },
    }),
    defineRoute({
      method: 'DELETE',
      path: '/vendors/:id/portal-links/:linkId',
      policy: 'catalogue.edit',
      summary: 'Take back a link of a vendor to the supplier portal',
      answer: 'nothing',
      handler: async ({ scope, params, audit }) => {
        const { id: vendorId, linkId } = params as { id: string; linkId: string }
        if (!(await portalLinks.revoke(scope, { id: linkId, vendorId }))) throw new Missing()
        audit({ before: { link: linkId } })
        return undefined
      },
    }),
  ]
}

type OfferedForm = PortalLinksOfVendor['forms'][number]

/** Published bills; of one that cannot be offered, why not. */
async function billForms({ forms }: Pick<Services, 'forms'>, scope: CompanyScope): Promise<OfferedForm[]> {
  const found = (await forms.list(scope)).filter((form) => !form.archived && form.publishedVersion !== null)
  const offered = found.map(async ({ id, publishedVersion }): Promise<OfferedForm[]> => {
    const version = await forms.version(scope, { formId: id, version: publishedVersion ?? 0 })
    if (version?.content.type !== 'bill') return []
    const unfit = portalUnfit(version.content)
    return [{ id, name: version.content.name, ...(unfit === undefined ? {} : { unfit }) }]
  })
  return (await Promise.all(offered)).flat()
}

function viewLink(link: PortalLink, forms: readonly OfferedForm[]): PortalLinkView {
  const isOver = link.expiresAt.getTime() <= Date.now()
  return {
    id: link.id,
    forms: link.formIds.map((id) => ({ id, name: forms.find((form) => form.id === id)?.name ?? id })),
    createdBy: link.createdBy.name,
    createdAt: link.createdAt.toISOString(),
    expiresAt: link.expiresAt.toISOString(),
    state: link.revokedAt !== undefined ? 'revoked' : isOver ? 'over' : 'open',
    submissions: link.submissionIds.length,
  }
}
