import { Type } from 'typebox'

const day = Type.String({ format: 'date' })

/** PUT /me/absence: both days belong to it, in the company's time zone. */
export const Absence = Type.Object(
  { from: day, until: day, standInId: Type.String({ minLength: 1, maxLength: 64 }) },
  { additionalProperties: false },
)
export type Absence = Type.Static<typeof Absence>

/** GET /me/absence */
export const OwnAbsence = Type.Object({ absence: Type.Union([Absence, Type.Null()]) })
export type OwnAbsence = Type.Static<typeof OwnAbsence>

/** POST /tasks/:id/hand-over */
export const HandOverRequest = Type.Object(
  {
    to: Type.String({ minLength: 1, maxLength: 64 }),
    note: Type.Optional(Type.String({ maxLength: 2000 })),
  },
  { additionalProperties: false },
)
export type HandOverRequest = Type.Static<typeof HandOverRequest>
