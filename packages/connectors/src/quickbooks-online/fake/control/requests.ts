import { Type } from 'typebox'

const closed = { additionalProperties: false }
const nullableSeconds = Type.Union([Type.Integer({ minimum: 0 }), Type.Null()])
const realmId = Type.String({ pattern: '^\\d{1,20}$' })

export const LimitsRequest = Type.Object(
  {
    enabled: Type.Optional(Type.Boolean()),
    perSecond: Type.Optional(Type.Integer({ minimum: 1 })),
    perMinute: Type.Optional(Type.Integer({ minimum: 1 })),
    concurrent: Type.Optional(Type.Integer({ minimum: 1 })),
    batchesPerMinute: Type.Optional(Type.Integer({ minimum: 1 })),
    retryAfterSeconds: Type.Optional(nullableSeconds),
  },
  closed,
)

export const TokensRequest = Type.Object(
  { rotateOnRefresh: Type.Optional(Type.Boolean()), revokeFamilyOnReuse: Type.Optional(Type.Boolean()) },
  closed,
)

export const NewRealm = Type.Object(
  { name: Type.String({ minLength: 1, maxLength: 100 }), id: Type.Optional(realmId) },
  closed,
)

export const SettingsRequest = Type.Object(
  {
    warnDuplicatePurchaseOrderNumber: Type.Optional(Type.Boolean()),
    checkLineAmounts: Type.Optional(Type.Boolean()),
    replaySeconds: Type.Optional(nullableSeconds),
    subscriptionEnded: Type.Optional(Type.Boolean()),
    refusesWith200: Type.Optional(Type.Boolean()),
    plan: Type.Optional(
      Type.Union([
        Type.Literal('Simple Start'),
        Type.Literal('Essentials'),
        Type.Literal('Plus'),
        Type.Literal('Advanced'),
      ]),
    ),
    multiCurrency: Type.Optional(Type.Literal(true)),
    country: Type.Optional(Type.Union([Type.Literal('GB'), Type.Literal('CA')])),
    bookCloseDate: Type.Optional(
      Type.Union([Type.String({ pattern: '^\\d{4}-\\d\\d-\\d\\d$' }), Type.Null()]),
    ),
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

export const MergeRequest = Type.Object({ into: Type.String({ minLength: 1 }) }, closed)

export const PaymentRequest = Type.Object({ amount: Type.Optional(Type.Number()) }, closed)
