import type { ChooseCatalogue } from '@fieldledger/forms'
import { useMemo } from 'react'
import { type Catalogues, useCatalogue } from '../../data/use-catalogue.ts'
import { useFilling } from '../filling-context.ts'
import { messages } from '../messages.ts'
import type { Choice } from '../search-catalogue.ts'

/** A catalogue as choices; proposed vendors of this form stand among the vendors. */
export function useChoices(catalogue: ChooseCatalogue): readonly Choice[] {
  const { proposedVendors } = useFilling()
  const { data } = useCatalogue(catalogue)
  return useMemo(() => {
    const known = (data ?? []).filter(isUsable).map(asChoice)
    if (catalogue !== 'vendors') return known
    const proposed = proposedVendors.map(({ id, name }) => ({ id, name: messages.proposed(name) }))
    return [...proposed, ...known]
  }, [data, proposedVendors, catalogue])
}

type Entry = Catalogues[ChooseCatalogue]

function isUsable(entry: Entry): boolean {
  return 'archived' in entry ? !entry.archived : entry.active
}

function asChoice(entry: Entry): Choice {
  const detail = 'code' in entry ? entry.code : 'phone' in entry ? entry.phone : undefined
  return { id: entry.id, name: entry.name, ...(detail === undefined ? {} : { detail }) }
}
