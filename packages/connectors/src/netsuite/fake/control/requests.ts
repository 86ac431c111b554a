import { Type } from 'typebox'

const closed = { additionalProperties: false }
const accountId = Type.String({ pattern: '^[A-Z0-9_]{3,40}$' })

export const LimitsRequest = Type.Object(
  { enabled: Type.Optional(Type.Boolean()), concurrent: Type.Optional(Type.Integer({ minimum: 1 })) },
  closed,
)

export const NewCompany = Type.Object(
  {
    name: Type.String({ minLength: 1, maxLength: 100 }),
    id: Type.Optional(accountId),
    subsidiaries: Type.Optional(Type.Array(Type.String({ minLength: 1, maxLength: 83 }), { maxItems: 50 })),
  },
  closed,
)

export const PaymentRequest = Type.Object({ amount: Type.Optional(Type.Number()) }, closed)

export const SettingsRequest = Type.Object(
  {
    closedThrough: Type.Optional(
      Type.Union([Type.String({ pattern: '^\\d{4}-\\d\\d-\\d\\d$' }), Type.Null()]),
    ),
    oneWorld: Type.Optional(Type.Boolean()),
    allowNumberOverride: Type.Optional(Type.Boolean()),
    billInAdvance: Type.Optional(Type.Boolean()),
    allowOverReceipt: Type.Optional(Type.Boolean()),
    allowOverBilling: Type.Optional(Type.Boolean()),
    asyncSeconds: Type.Optional(Type.Number({ minimum: 0 })),
    tax: Type.Optional(Type.Literal(true)),
    mostQueryRows: Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000 })),
  },
  closed,
)

export const ConnectRequest = Type.Object(
  {
    redirectUri: Type.String({ minLength: 1 }),
    clientId: Type.Optional(Type.String()),
    scope: Type.Optional(Type.String()),
  },
  closed,
)

export const CertificateRequest = Type.Object(
  { publicKey: Type.String({ minLength: 1, maxLength: 20_000 }), clientId: Type.Optional(Type.String()) },
  closed,
)
