import { Type } from 'typebox'

const closed = { additionalProperties: false }
/** "17:00", as the clock on the wall of the company shows it. */
export const ClockTime = Type.String({ pattern: '^([01][0-9]|2[0-3]):[0-5][0-9]$' })

/** When something happens again and again, as data: people choose it in words and never write a cron string. */
export const Recurrence = Type.Union([
  Type.Object({ every: Type.Literal('minutes'), count: Type.Integer({ minimum: 5, maximum: 59 }) }, closed),
  Type.Object({ every: Type.Literal('hours'), count: Type.Integer({ minimum: 1, maximum: 12 }) }, closed),
  Type.Object({ every: Type.Literal('day'), at: ClockTime }, closed),
  Type.Object({ every: Type.Literal('end-of-day') }, closed),
  Type.Object({ every: Type.Literal('working-day'), at: ClockTime }, closed),
  Type.Object(
    {
      every: Type.Literal('week'),
      /** 1 = Monday … 7 = Sunday. */
      on: Type.Array(Type.Integer({ minimum: 1, maximum: 7 }), { maxItems: 7 }),
      at: ClockTime,
    },
    closed,
  ),
  Type.Object(
    {
      every: Type.Literal('month'),
      /** The 31st means the last day of shorter months. */
      on: Type.Union([Type.Integer({ minimum: 1, maximum: 31 }), Type.Literal('last-day')]),
      at: ClockTime,
    },
    closed,
  ),
])
export type Recurrence = Type.Static<typeof Recurrence>
