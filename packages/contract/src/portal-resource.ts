import { Money } from '@fieldledger/accounting'
import { FormContent } from '@fieldledger/forms'
import { Type } from 'typebox'

const closed = { additionalProperties: false }
const id = Type.String({ minLength: 1, maxLength: 64 })

/** POST /vendors/:id/portal-links: by it the supplier submits these forms without an account. */
export const PortalLinkRequest = Type.Object(
  {
    formIds: Type.Array(id, { minItems: 1, maxItems: 20, uniqueItems: true }),
    days: Type.Integer({ minimum: 1, maximum: 365 }),
    /** Where it is sent to, besides being shown. */
    email: Type.Optional(Type.String({ format: 'email', maxLength: 300 })),
  },
  closed,
)
export type PortalLinkRequest = Type.Static<typeof PortalLinkRequest>

const namedForm = Type.Object({ id: Type.String(), name: Type.String() })

export const PortalLinkView = Type.Object({
  id: Type.String(),
  forms: Type.Array(namedForm),
  createdBy: Type.String(),
  createdAt: Type.String(),
  expiresAt: Type.String(),
  state: Type.Union([Type.Literal('open'), Type.Literal('over'), Type.Literal('revoked')]),
  submissions: Type.Integer(),
  /** Only in the answer that makes it. */
  url: Type.Optional(Type.String()),
})
export type PortalLinkView = Type.Static<typeof PortalLinkView>

/** GET /vendors/:id/portal-links: the links, and the forms that one can be made for. */
export const PortalLinksOfVendor = Type.Object({
  rows: Type.Array(PortalLinkView),
  forms: Type.Array(Type.Object({ ...namedForm.properties, unfit: Type.Optional(Type.String()) })),
})
export type PortalLinksOfVendor = Type.Static<typeof PortalLinksOfVendor>

/** GET /portal/:token: what a supplier sees without an account. */
export const PortalPage = Type.Object({
  company: Type.String(),
  practice: Type.Boolean(),
  vendor: Type.String(),
  currency: Type.String(),
  timeZone: Type.String(),
  expiresAt: Type.String(),
  forms: Type.Array(Type.Object({ id: Type.String(), version: Type.Integer(), content: FormContent })),
  /** What was submitted by this link, the latest first. */
  sent: Type.Array(
    Type.Object({
      id: Type.String(),
      formName: Type.String(),
      number: Type.Union([Type.String(), Type.Null()]),
      status: Type.String(),
      total: Money,
      submittedAt: Type.String(),
    }),
  ),
})
export type PortalPage = Type.Static<typeof PortalPage>

/** POST /portal/:token/forms/:formId/submissions: the vendor is the link's, whatever stands in the values. */
export const PortalSubmitRequest = Type.Object(
  {
    id: Type.String({ format: 'uuid' }),
    formVersion: Type.Integer({ minimum: 1 }),
    values: Type.Record(Type.String(), Type.Unknown()),
  },
  closed,
)
export type PortalSubmitRequest = Type.Static<typeof PortalSubmitRequest>
