import { Type } from 'typebox'

/** One way in which a document may stand in the ledger, and what of it takes changes from here then. */
export const EditRule = Type.Object({
  /** By this name the connector tells how a document stands: `RemoteDocument.standing`. */
  standing: Type.String(),
  /** How a sentence goes on behind the document's name: "is linked to a bill". */
  words: Type.String(),
  /** Fields are named as `compareDocuments` names them. */
  stays: Type.Union([Type.Literal('nothing'), Type.Literal('everything'), Type.Array(Type.String())]),
  /** Where something stays: what a person does about it, as sentences. */
  instead: Type.Optional(Type.String()),
})
export type EditRule = Type.Static<typeof EditRule>
