import { graphlib, layout } from '@dagrejs/dagre'
import type { Graph } from '@fieldledger/workflow'
import type { Positions } from '../commands/with-positions.ts'
import { cardWidth, gap, heightOf, outletsOf, toGrid } from './card-geometry.ts'

/** Top to bottom, by dagre; outlets in their own order, so that lines cross little. */
export function layOut(graph: Graph): Positions {
  const drawing = new graphlib.Graph()
  drawing.setGraph({ rankdir: 'TB', nodesep: 48, ranksep: gap, marginx: 0, marginy: 0 })
  drawing.setDefaultEdgeLabel(() => ({}))
  for (const [id, step] of Object.entries(graph.steps))
    drawing.setNode(id, { width: cardWidth, height: heightOf(step) })
  for (const edge of inOutletOrder(graph)) drawing.setEdge(edge.from.step, edge.to)
  layout(drawing)
  return Object.fromEntries(
    Object.entries(graph.steps).map(([id, step]) => {
      const { x, y } = drawing.node(id) as { x: number; y: number }
      return [id, toGrid({ x: x - cardWidth / 2, y: y - heightOf(step) / 2 })]
    }),
  )
}

function inOutletOrder(graph: Graph): Graph['edges'] {
  const rank = (edge: Graph['edges'][number]) => {
    const step = graph.steps[edge.from.step]
    return step === undefined ? 0 : outletsOf(step).findIndex(({ id }) => id === edge.from.outlet)
  }
  return graph.edges
    .filter((edge) => graph.steps[edge.from.step] !== undefined && graph.steps[edge.to] !== undefined)
    .toSorted((left, right) => rank(left) - rank(right))
}
