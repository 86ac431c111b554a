import { Type } from 'typebox'

/** Whose hand cures it. `nobody` = Fieldledger goes on by itself. */
export const CuredBy = Type.Union([
  Type.Literal('nobody'),
  Type.Literal('submitter'),
  Type.Literal('bookkeeper'),
  Type.Literal('admin'),
  Type.Literal('ledger-admin'),
  Type.Literal('support'),
])
export type CuredBy = Type.Static<typeof CuredBy>

/** One way in which a ledger says no, explained before it happens and after. */
export const ErrorEntry = Type.Object(
  {
    /** Unique within the connector; LedgerErrorDetail.entry names it. */
    id: Type.String(),
    title: Type.String(),
    /** What it means for the document, and what is in the ledger now. */
    means: Type.String(),
    why: Type.String(),
    /** What to do, in the order in which it is tried. */
    cure: Type.String(),
    curedBy: CuredBy,
    /** The ledger's own codes and words, by which people look it up. */
    words: Type.Array(Type.String()),
  },
  { additionalProperties: false },
)
export type ErrorEntry = Type.Static<typeof ErrorEntry>
