import type { PortalLink, Vendor } from '@fieldledger/catalogue'
import type { PortalPage } from '@fieldledger/contract'
import { type CompanyScope, companyScope } from '@fieldledger/workflow'
import { Unfitting } from '../refusals.ts'
import type { CompanyPerson } from '../router/route.ts'
import type { Company, Services } from '../services.ts'
import { personMayDo } from '../sign-in/person-may-do.ts'
import { portalContent, portalUnfit } from './portal-content.ts'

export interface OpenPortal {
  scope: CompanyScope
  company: Company
  link: PortalLink
  vendor: Vendor
  /** Whoever made the link, who still works here and may submit: the forms are theirs to answer for. */
  person: CompanyPerson
}

/** Everything behind a supplier's link, or the one sentence that it is over. */
export async function openPortal(services: Services, token: string): Promise<OpenPortal> {
  const link = await services.portalLinks.open(token)
  if (link === undefined) throw linkOver()
  const scope = companyScope(link.companyId)
  const [company, vendor, members] = await Promise.all([
    services.companies.find(scope),
    services.catalogue.find(scope, { kind: 'vendor', id: link.vendorId }),
    services.memberships.members(scope),
  ])
  const member = members.find(({ userId }) => userId === link.createdBy.id)
  if (company === undefined || vendor === undefined || vendor.archived || !member?.active) throw linkOver()
  const { userId: id, name, email, role, projectIds } = member
  const person = { id, name, email, role, projectIds }
  if (!personMayDo(person, 'form.submit')) throw linkOver()
  return { scope, company, link, vendor, person }
}

export type PortalForm = PortalPage['forms'][number]

/** The forms of a link as they are published now; one that does not fit any more is left out. */
export async function formsOfPortal(services: Services, { scope, link }: OpenPortal): Promise<PortalForm[]> {
  const found = await Promise.all(link.formIds.map((id) => services.forms.find(scope, id)))
  const offered = found.map(async (form): Promise<PortalForm[]> => {
    const version = form?.publishedVersion
    if (form === undefined || form.archived || version === undefined || version === null) return []
    const published = await services.forms.version(scope, { formId: form.id, version })
    if (published === undefined || portalUnfit(published.content) !== undefined) return []
    return [{ id: form.id, version, content: portalContent(published.content) }]
  })
  return (await Promise.all(offered)).flat()
}

export function linkOver(): Unfitting {
  return new Unfitting({
    code: 'link-over',
    status: 409,
    message: 'This link has run out or was taken back: ask whoever sent it for another one.',
  })
}
