import { LogoInput, LogoView } from '@fieldledger/contract'
import { canPrintLogo } from '@fieldledger/documents'
import { readLogo, unreadable } from '../files/read-logo.ts'
import { defineRoute } from '../router/define-route.ts'
import type { Route } from '../router/route.ts'
import type { Services } from '../services.ts'

/** The picture above what the company prints. */
export function logoRoutes({ logos }: Pick<Services, 'logos'>): Route[] {
  return [
    defineRoute({
      method: 'GET',
      path: '/company/logo',
      policy: 'company.manage',
      summary: 'The logo that stands on the company’s documents',
      answer: LogoView,
      handler: async ({ scope }) => {
        const logo = await logos.of(scope)
        if (logo === undefined) return {}
        const { contentType, bytes } = logo
        return { logo: { contentType, bytes: Buffer.from(bytes).toString('base64') } }
      },
    }),
    defineRoute({
      method: 'PUT',
      path: '/company/logo',
      policy: 'company.manage',
      summary: 'Changed the logo',
      body: LogoInput,
      answer: 'nothing',
      handler: async ({ scope, body, audit }) => {
        const logo = await readLogo(Buffer.from(body.bytes, 'base64'))
        if (!(await canPrintLogo(logo))) throw unreadable()
        audit({ record: scope.companyId, after: { contentType: logo.contentType, size: logo.bytes.length } })
        await logos.save(scope, logo)
        return undefined
      },
    }),
    defineRoute({
      method: 'DELETE',
      path: '/company/logo',
      policy: 'company.manage',
      summary: 'Removed the logo',
      answer: 'nothing',
      handler: async ({ scope, audit }) => {
        audit({ record: scope.companyId })
        await logos.remove(scope)
        return undefined
      },
    }),
  ]
}
