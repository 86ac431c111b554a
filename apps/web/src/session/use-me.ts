import type { Me } from '@fieldledger/contract'
import { useQuery } from '@tanstack/react-query'
import { api } from '../api/api.ts'
import { ApiProblem } from '../api/api-problem.ts'
import { chooseCompany, chosenCompany, stayInCompany } from '../api/chosen-company.ts'

/** Who is signed in, in which company, and what they may do. */
export function useMe() {
  return useQuery({
    queryKey: ['me'],
    queryFn: ({ signal }) => readMe(signal),
    staleTime: 60_000,
  })
}

/**
 * The company that this tab was let into stays its company: one that is chosen elsewhere by the same person must not
 * change what is done here. A company that the person has left is forgotten.
 */
async function readMe(signal: AbortSignal): Promise<Me> {
  const asked = chosenCompany()
  try {
    const me = await api.get<Me>('/me', signal)
    stayInCompany(me.company.id)
    return me
  } catch (error) {
    if (asked === undefined || !(error instanceof ApiProblem) || error.status !== 404) throw error
    chooseCompany(undefined)
    return readMe(signal)
  }
}
