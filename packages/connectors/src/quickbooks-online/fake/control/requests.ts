import { type Static, type TSchema, Type } from 'typebox'
import { Value } from 'typebox/value'
import { faultKinds, faultScopes } from '../faults/fault-layer.ts'

const closed = { additionalProperties: false }
const rate = Type.Optional(Type.Number({ minimum: 0, maximum: 1 }))
const milliseconds = Type.Integer({ minimum: 0, maximum: 120_000 })
const nullableSeconds = Type.Union([Type.Integer({ minimum: 0 }), Type.Null()])
const realmId = Type.String({ pattern: '^\\d{1,20}$' })

export const FaultsRequest = Type.Object(
  {
    realm: Type.Optional(realmId),
    scope: Type.Optional(Type.Union(faultScopes.map((scope) => Type.Literal(scope)))),
    seed: Type.Optional(Type.Integer()),
    rates: Type.Optional(
      Type.Object(
        {
          '500': rate,
          '429': rate,
          'reset-before': rate,
          'reset-after': rate,
          late: rate,
          slow: rate,
          truncated: rate,
        },
        closed,
      ),
    ),
    next: Type.Optional(
      Type.Array(Type.Union([...faultKinds, 'none' as const].map((kind) => Type.Literal(kind))), {
        maxItems: 1000,
      }),
    ),
    retryAfterSeconds: Type.Optional(nullableSeconds),
    lateMs: Type.Optional(milliseconds),
    slowMs: Type.Optional(milliseconds),
  },
  closed,
)

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

export const RealmChoice = Type.Object({ realm: Type.Optional(realmId) }, closed)

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

export class ControlRefused extends Error {
  readonly code = 'CONTROL_REFUSED'
  readonly retryable = false
  readonly status: number

  constructor(sentence: string, status = 400) {
    super(sentence)
    this.name = 'ControlRefused'
    this.status = status
  }
}

export function readControl<Schema extends TSchema>(schema: Schema, body: unknown): Static<Schema> {
  const value: unknown = body ?? {}
  if (Value.Check(schema, value)) return value
  const [first] = Value.Errors(schema, value)
  throw new ControlRefused(
    `${first?.instancePath || 'The body'} ${first?.message ?? 'is not valid'}. See README.md beside the fake.`,
  )
}
