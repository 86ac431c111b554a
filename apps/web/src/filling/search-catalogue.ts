import MiniSearch from 'minisearch'

export interface Choice {
  id: string
  name: string
  /** Shown small beside the name, and searched too: code, SKU, phone. */
  detail?: string
}

export type SearchChoices = (typed: string) => Choice[]

const most = 30

/** Search that forgives typing errors: prefixes, and one wrong letter in about four. */
export function searchCatalogue(choices: readonly Choice[]): SearchChoices {
  const index = new MiniSearch<Choice>({
    fields: ['name', 'detail'],
    searchOptions: {
      boost: { name: 2 },
      prefix: true,
      fuzzy: (term) => (term.length > 3 ? 0.3 : false),
    },
  })
  index.addAll(choices)
  const byId = new Map(choices.map((choice) => [choice.id, choice]))
  return (typed) => {
    if (typed.trim() === '') return choices.slice(0, most)
    const every = index.search(typed, { combineWith: 'AND' })
    // A word that fits nothing must not hide what the other words found.
    const hits = every.length > 0 ? every : index.search(typed, { combineWith: 'OR' })
    return hits.slice(0, most).flatMap(({ id }) => byId.get(String(id)) ?? [])
  }
}
