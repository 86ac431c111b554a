import type { Graph } from '@fieldledger/workflow'

/** One edit of the draft. `apply` then `revert` gives the same graph again; undo and redo rest on that. */
export interface Command {
  /** In words, for the undo button and the screen reader: "Add Approval". */
  readonly name: string
  /** Successive commands with the same key are one undo: typing into one text field. */
  readonly merge?: string
  apply(graph: Graph): Graph
  revert(graph: Graph): Graph
}

export function mergeCommands(first: Command, second: Command): Command {
  return {
    ...second,
    apply: (graph) => second.apply(first.apply(graph)),
    revert: (graph) => first.revert(second.revert(graph)),
  }
}
