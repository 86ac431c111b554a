import { graphlib, layout } from '@dagrejs/dagre'
import type { Graph } from '@fieldledger/workflow'
import type { Positions } from '../commands/with-positions.ts'
import { cardWidth, gap, heightOf, toGrid } from './card-geometry.ts'
import { outletOrder } from './outlet-order.ts'

/** Top to bottom, by dagre; branches in the order of their outlets, so that lines cross little. */
export function layOut(graph: Graph): Positions {
  const drawing = new graphlib.Graph()
  drawing.setGraph({ rankdir: 'TB', nodesep: 48, ranksep: gap, marginx: 0, marginy: 0 })
  drawing.setDefaultEdgeLabel(() => ({}))
  for (const [id, step] of Object.entries(graph.steps))
    drawing.setNode(id, { width: cardWidth, height: heightOf(step) })
  for (const { from, to } of graph.edges)
    if (graph.steps[from.step] !== undefined && graph.steps[to] !== undefined) drawing.setEdge(from.step, to)
  layout(drawing, { constraints: outletOrder(graph) })
  return Object.fromEntries(
    Object.entries(graph.steps).map(([id, step]) => {
      const { x, y } = drawing.node(id) as { x: number; y: number }
      return [id, toGrid({ x: x - cardWidth / 2, y: y - heightOf(step) / 2 })]
    }),
  )
}
