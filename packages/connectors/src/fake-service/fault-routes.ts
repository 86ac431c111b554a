import type { Router } from 'express'
import { Type } from 'typebox'
import { ControlRefused, readControl } from './control-request.ts'
import { type FaultLayer, faultKinds, faultScopes } from './fault-layer.ts'

const closed = { additionalProperties: false }
const rate = Type.Optional(Type.Number({ minimum: 0, maximum: 1 }))
const milliseconds = Type.Integer({ minimum: 0, maximum: 120_000 })
const nullableSeconds = Type.Union([Type.Integer({ minimum: 0 }), Type.Null()])
/** As the service at hand names its companies. */
const companyId = Type.String({ pattern: '^[\\w-]{1,40}$' })

const FaultsRequest = Type.Object(
  {
    realm: Type.Optional(companyId),
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
          '503': rate,
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

const CompanyChoice = Type.Object({ realm: Type.Optional(companyId) }, closed)

/** `/faults` among the control requests: arm, look, disarm. */
export function addFaultRoutes(router: Router, faults: FaultLayer): void {
  router.get('/faults', (_request, response) => void response.json(faults.report()))
  router.post('/faults', (request, response) => {
    const { realm, ...sent } = readControl(FaultsRequest, request.body)
    const {
      scope = 'writes',
      seed = 1,
      rates = {},
      next = [],
      retryAfterSeconds = null,
      lateMs = 200,
      slowMs = 3000,
    } = sent
    const total = Object.values(rates).reduce((sum, each) => sum + (each ?? 0), 0)
    if (total > 1) throw new ControlRefused('The rates add up to more than 1. Lower them.')
    faults.arm(realm, {
      scope,
      seed,
      rates: { ...rates },
      next: [...next],
      retryAfterSeconds,
      lateMs,
      slowMs,
    })
    response.json(faults.report())
  })
  router.delete('/faults', (request, response) => {
    faults.disarm(readControl(CompanyChoice, request.body).realm)
    response.json(faults.report())
  })
}
