import { DocumentKind } from '@fieldledger/accounting'
import { Type } from 'typebox'

const kinds = Type.Array(DocumentKind, { maxItems: 10, uniqueItems: true })

/** Connections → What is sent: which documents leave by themselves, and at which event. Everything else waits for a person or a step. */
export const SendingSettings = Type.Object(
  {
    /** As soon as the form is approved. */
    approved: kinds,
    /** As soon as a change of what was sent before is approved; else it waits for the button (G-11). */
    changed: kinds,
  },
  { additionalProperties: false },
)
export type SendingSettings = Type.Static<typeof SendingSettings>
export type SendingEvent = keyof SendingSettings
