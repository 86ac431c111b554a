import { Type } from 'typebox'

/** Something wrong with a draft, a mapping or a document: the badge, the publish gate and the preflight show it. */
export const Problem = Type.Object({
  code: Type.String(),
  severity: Type.Union([Type.Literal('error'), Type.Literal('warning')]),
  /** A sentence that ends in what to do. */
  message: Type.String(),
  stepId: Type.Optional(Type.String()),
  /** Where in the step's drawer the cure is: "mapping.vendor", "createUnlinkedItems.incomeAccount". */
  place: Type.Optional(Type.String()),
  /** A one-click cure that the web may offer: "convert-vendor-field", "connect". */
  cure: Type.Optional(Type.String()),
  params: Type.Optional(Type.Record(Type.String(), Type.Union([Type.String(), Type.Number()]))),
})
export type Problem = Type.Static<typeof Problem>
