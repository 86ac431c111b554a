import type { Graph } from '@fieldledger/workflow'

const columns = 40
const apart = { x: 300, y: 170 }

/** A workflow of a thousand steps, each after the one before, laid out in columns. */
export function thousandSteps(): Graph {
  const count = 1_000
  const idOf = (at: number) => `s_bench${String(at).padStart(4, '0')}`
  const rows = count / columns
  const steps: Graph['steps'] = {}
  for (let at = 0; at < count; at += 1) {
    const position = { x: Math.floor(at / rows) * apart.x, y: (at % rows) * apart.y }
    steps[idOf(at)] =
      at === 0
        ? { kind: 'form-submitted', name: 'Form submitted', config: {}, position }
        : { kind: 'set-status', name: `Label ${at}`, config: { set: 'label', label: `Seen ${at}` }, position }
  }
  const edges = Array.from({ length: count - 1 }, (_, at) => ({
    id: `e_bench${String(at).padStart(4, '0')}`,
    from: { step: idOf(at), outlet: 'next' },
    to: idOf(at + 1),
  }))
  return { steps, edges }
}
