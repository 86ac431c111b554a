import { Type } from 'typebox'

const closed = { additionalProperties: false }
const nullableSeconds = Type.Union([Type.Integer({ minimum: 0 }), Type.Null()])
const tenantId = Type.String({ pattern: '^[0-9a-f-]{36}$' })
const many = Type.Optional(Type.Integer({ minimum: 1 }))

export const LimitsRequest = Type.Object(
  {
    enabled: Type.Optional(Type.Boolean()),
    perMinute: many,
    perDay: many,
    concurrent: many,
    appPerMinute: many,
    retryAfterSeconds: Type.Optional(nullableSeconds),
  },
  closed,
)

export const RevokeRequest = Type.Object(
  { realm: Type.Optional(tenantId), grants: Type.Optional(Type.Boolean()) },
  closed,
)

export const NewTenant = Type.Object(
  { name: Type.String({ minLength: 1, maxLength: 100 }), id: Type.Optional(tenantId) },
  closed,
)

export const SettingsRequest = Type.Object(
  {
    periodLockDate: Type.Optional(
      Type.Union([Type.String({ pattern: '^\\d{4}-\\d\\d-\\d\\d$' }), Type.Null()]),
    ),
    replaySeconds: Type.Optional(Type.Integer({ minimum: 0 })),
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
