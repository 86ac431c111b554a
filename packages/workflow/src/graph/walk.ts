import type { Graph } from './graph.ts'

/** The step behind an outlet, or undefined where the token ends. */
export function nextStep(graph: Graph, from: { step: string; outlet: string }): string | undefined {
  return graph.edges.find((edge) => edge.from.step === from.step && edge.from.outlet === from.outlet)?.to
}

/** Every way out of these outlets; only a step that splits has several. */
export function nextSteps(graph: Graph, from: { step: string; outlets: readonly string[] }): string[] {
  return graph.edges
    .filter((edge) => edge.from.step === from.step && from.outlets.includes(edge.from.outlet))
    .map((edge) => edge.to)
}

/** Every step that can be reached from here, itself included. */
export function reachableFrom(graph: Graph, start: string): Set<string> {
  const onward = new Map<string, string[]>()
  for (const { from, to } of graph.edges) onward.set(from.step, [...(onward.get(from.step) ?? []), to])
  const reached = new Set<string>()
  const waiting = [start]
  for (let step = waiting.pop(); step !== undefined; step = waiting.pop()) {
    if (reached.has(step)) continue
    reached.add(step)
    waiting.push(...(onward.get(step) ?? []))
  }
  return reached
}
