import { Type } from 'typebox'

const nullable = (text = Type.String()) => Type.Union([text, Type.Null()])

/** GET /forms/:id/workflow/hook: where messages that start this workflow go, and whether they can be signed. */
export const HookView = Type.Object({
  url: Type.String(),
  /** null = there is no secret yet. */
  secretMadeAt: nullable(),
  /** Until when messages signed with the secret before it are taken. */
  previousUntil: nullable(),
})
export type HookView = Type.Static<typeof HookView>

/** POST /forms/:id/workflow/hook-secret: shown this once. */
export const HookSecretView = Type.Object({ secret: Type.String() })
export type HookSecretView = Type.Static<typeof HookSecretView>

/** GET /forms/:id/workflow/deliveries: the messages that arrived, newest first. */
export const DeliveryView = Type.Object({
  id: Type.String(),
  /** The sender's. */
  messageId: Type.String(),
  receivedAt: Type.String(),
  state: Type.Union([Type.Literal('received'), Type.Literal('started'), Type.Literal('refused')]),
  /** What was not started, and why. */
  reason: nullable(),
  forms: Type.Array(Type.Object({ id: Type.String(), number: nullable() })),
  /** The beginning of the body. */
  body: Type.String(),
})
export type DeliveryView = Type.Static<typeof DeliveryView>

/** POST /hooks/:trigger: kept, so that the workflow starts though we go down now. The same message again: `repeated`. */
export const MessageTaken = Type.Object({ taken: Type.Literal(true), repeated: Type.Boolean() })
export type MessageTaken = Type.Static<typeof MessageTaken>
