import { useConnections } from '../../data/use-connections.ts'
import { useForms } from '../../data/use-form.ts'

export interface FirstStep {
  name: 'connect' | 'lists' | 'workflow' | 'submit'
  to: string
  done: boolean
}

/** What of the four first steps is done, read from what exists; undefined until it is known. */
export function useFirstSteps(): readonly FirstStep[] | undefined {
  const connections = useConnections()
  const forms = useForms()
  if (connections.data === undefined || forms.data === undefined) return undefined
  const active = connections.data.find(({ state }) => state === 'active')
  const form = forms.data.find(({ archived }) => !archived)
  return [
    { name: 'connect', to: '/connections', done: active !== undefined },
    {
      name: 'lists',
      to: active === undefined ? '/connections' : `/connections/${active.id}?tab=lists`,
      done: connections.data.some(({ linked }) => linked.vendors > 0),
    },
    {
      name: 'workflow',
      to: form === undefined ? '/forms' : `/forms/${form.id}/workflow`,
      done: forms.data.some(({ workflowVersion }) => workflowVersion !== null),
    },
    { name: 'submit', to: '/my-forms', done: forms.data.some(({ submissions }) => submissions > 0) },
  ]
}
