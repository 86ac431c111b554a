import type { Graph } from '@fieldledger/workflow'
import { changeGraph } from './change-graph.ts'
import type { Command } from './command.ts'

/** Somebody else's draft instead of ours ("Take theirs"): undo brings ours back. */
export function replaceGraph(graph: Graph, other: { graph: Graph; name: string }): Command {
  return changeGraph({ name: other.name, before: graph, after: other.graph })
}
