import { PortalPage, PortalSubmitRequest } from '@fieldledger/contract'
import { FileReference } from '@fieldledger/forms'
import { receiveFile } from '../files/receive-file.ts'
import { formsOfPortal, openPortal } from '../portal/open-portal.ts'
import { sentByPortal, submitByPortal } from '../portal/submit-by-portal.ts'
import { TooMuch } from '../refusals.ts'
import { defineRoute } from '../router/define-route.ts'
import type { Route } from '../router/route.ts'
import type { Services } from '../services.ts'

/** As much as the files of one form may have together. */
const mostUnclaimed = 200 * 1024 * 1024

/** What a supplier does by a signed link, without an account: see the forms, attach files, submit. */
export function portalRoutes(services: Services): Route[] {
  const { audit, files } = services
  return [
    defineRoute({
      method: 'GET',
      path: '/portal/:token',
      policy: 'public',
      summary: 'Shows a supplier the forms that its link lets it submit',
      answer: PortalPage,
      handler: async ({ params }) => {
        const opened = await openPortal(services, params.token)
        const { company, vendor, link } = opened
        return {
          company: company.name,
          practice: company.practice,
          vendor: vendor.name,
          currency: company.currency,
          timeZone: company.timeZone,
          expiresAt: link.expiresAt.toISOString(),
          forms: await formsOfPortal(services, opened),
          sent: await sentByPortal(services, opened),
        }
      },
    }),
    defineRoute({
      method: 'POST',
      path: '/portal/:token/files',
      policy: 'public',
      summary: 'Takes a file that a supplier attaches',
      answer: FileReference,
      status: 201,
      handler: async ({ params, request, reply }) => {
        const { scope, link, person } = await openPortal(services, params.token)
        if ((await files.unclaimedBytes(scope, link.id)) >= mostUnclaimed)
          throw new TooMuch('Too many files were uploaded and not submitted: submit what is filled in first.')
        return receiveFile(services, { scope, person: { ...person, id: link.id }, request, reply })
      },
    }),
    defineRoute({
      method: 'POST',
      path: '/portal/:token/forms/:formId/submissions',
      policy: 'public',
      summary: 'Submits a form by a supplier’s link',
      body: PortalSubmitRequest,
      largeBody: true,
      answer: PortalPage.properties.sent.items,
      status: 201,
      handler: async ({ params, body }) => {
        const { token, formId } = params as { token: string; formId: string }
        const opened = await openPortal(services, token)
        const sent = await services.admission.admit(() =>
          submitByPortal(services, { opened, formId, request: body }),
        )
        await audit.record(opened.scope, {
          by: { id: opened.link.id, name: `${opened.vendor.name} by a supplier’s link` },
          what: 'Submitted a form',
          record: sent.id,
          after: { number: sent.number, form: sent.formName },
          result: 'done',
        })
        return sent
      },
    }),
  ]
}
