import { stepDefinitions } from '@fieldledger/steps'
import type { Graph, Step } from '@fieldledger/workflow'

const kinds = Object.values(stepDefinitions)
const [trigger] = kinds.filter((definition) => definition.trigger)
export const branching = kinds.find(
  (definition) => !definition.perProvider && definition.outlets(fresh(definition)).length === 2,
)
export const plain = kinds.filter((definition) => !definition.trigger && !definition.perProvider)

function fresh(definition: (typeof kinds)[number]) {
  return definition.initial({ formType: 'purchase-order' })
}

export function sampleStep(
  definition: (typeof kinds)[number] | undefined,
  name: string,
): Omit<Step, 'position'> {
  return { kind: definition?.kind ?? '', name, config: definition === undefined ? {} : fresh(definition) }
}

/** Start → Decide → (first outlet) Then. */
export function sampleGraph(): Graph {
  const decide = sampleStep(branching, 'Decide')
  const outlet = branching?.outlets(decide.config)[0]?.id ?? ''
  return {
    steps: {
      s_start: { ...sampleStep(trigger, 'Start'), position: { x: 0, y: 0 } },
      s_decide: { ...decide, position: { x: 0, y: 176 } },
      s_then: { ...sampleStep(plain[0], 'Then'), position: { x: -160, y: 352 } },
    },
    edges: [
      { id: 'e_first', from: { step: 's_start', outlet: 'next' }, to: 's_decide' },
      { id: 'e_second', from: { step: 's_decide', outlet }, to: 's_then' },
    ],
  }
}
