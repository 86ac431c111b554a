import { Type } from 'typebox'

/** GET /connections/:id/signals: rows, what is about to break or broke, each with what to do. */
export const HealthSignal = Type.Object({
  code: Type.String(),
  severity: Type.Union([Type.Literal('error'), Type.Literal('warning')]),
  connectionId: Type.String(),
  message: Type.String(),
})
export type HealthSignal = Type.Static<typeof HealthSignal>
