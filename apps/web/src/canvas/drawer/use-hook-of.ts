import type { DeliveryView } from '@fieldledger/contract'
import type { DrawerHook } from '@fieldledger/steps/views'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { usePages } from '../../data/use-pages.ts'
import { deliveriesPath, makeHookSecret, readHook, type WorkflowPlace } from '../api/editor-api.ts'

/** What a workflow that another system starts shows in its start; others ask for nothing. */
export function useHookOf(place: WorkflowPlace, wanted: boolean): DrawerHook {
  const queries = useQueryClient()
  const key = ['deliveries', place.workflowId]
  const facts = useQuery({ queryKey: [...key, 'hook'], queryFn: () => readHook(place), enabled: wanted })
  const arrived = usePages<DeliveryView>({ key, path: deliveriesPath(place), enabled: wanted })
  return {
    facts: facts.data,
    deliveries: arrived.rows,
    moreDeliveries: arrived.hasMore ? arrived.more : undefined,
    async makeSecret() {
      const { secret } = await makeHookSecret(place)
      await queries.invalidateQueries({ queryKey: key })
      return secret
    },
  }
}
