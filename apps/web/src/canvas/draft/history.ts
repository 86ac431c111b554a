import type { Graph } from '@fieldledger/workflow'
import { type Command, mergeCommands } from '../commands/command.ts'

/** The draft with what was done to it. Pure: the store keeps one. */
export interface History {
  graph: Graph
  past: readonly Command[]
  future: readonly Command[]
  /** When the last command came, so that typing after a pause begins a new undo. */
  lastAt: number
}

const pause = 1500
const depth = 500

export function beginHistory(graph: Graph): History {
  return { graph, past: [], future: [], lastAt: 0 }
}

export function perform(history: History, edit: { command: Command; at: number }): History {
  const { command, at } = edit
  const last = history.past.at(-1)
  const continues =
    last !== undefined &&
    command.merge !== undefined &&
    last.merge === command.merge &&
    at - history.lastAt < pause
  const past = continues
    ? [...history.past.slice(0, -1), mergeCommands(last, command)]
    : [...history.past, command].slice(-depth)
  return { graph: command.apply(history.graph), past, future: [], lastAt: at }
}

export function undo(history: History): History {
  const last = history.past.at(-1)
  if (last === undefined) return history
  return {
    graph: last.revert(history.graph),
    past: history.past.slice(0, -1),
    future: [last, ...history.future],
    lastAt: 0,
  }
}

export function redo(history: History): History {
  const [next, ...future] = history.future
  if (next === undefined) return history
  return { graph: next.apply(history.graph), past: [...history.past, next], future, lastAt: 0 }
}
