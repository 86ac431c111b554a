import { Type } from 'typebox'

const closed = { additionalProperties: false }
const id = Type.String({ minLength: 1, maxLength: 100 })
export const SuggestedList = Type.Union([Type.Literal('vendors'), Type.Literal('materials')])
export type SuggestedList = Type.Static<typeof SuggestedList>

const named = Type.Object({ id: Type.String(), name: Type.String() })

/** GET /connections/:id/suggestions: the likeliest pair of what has none, the surest first. */
export const SuggestionView = Type.Object({
  ours: named,
  theirs: named,
  /** 0 to 1. */
  score: Type.Number(),
  /** "same SKU", "name 0.93". */
  reasons: Type.Array(Type.String()),
})
export type SuggestionView = Type.Static<typeof SuggestionView>

/** POST /connections/:id/suggestions: links the pairs that a person has looked through. */
export const AcceptSuggestions = Type.Object(
  {
    list: SuggestedList,
    pairs: Type.Array(Type.Object({ id, remoteId: id }, closed), { minItems: 1, maxItems: 1000 }),
  },
  closed,
)
export type AcceptSuggestions = Type.Static<typeof AcceptSuggestions>

export const AcceptedSuggestions = Type.Object({
  linked: Type.Integer(),
  refused: Type.Array(Type.Object({ id: Type.String(), why: Type.String() })),
})
export type AcceptedSuggestions = Type.Static<typeof AcceptedSuggestions>
