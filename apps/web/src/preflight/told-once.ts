import type { Problem } from '@fieldledger/workflow'

export interface ToldOnce {
  problem: Problem
  /** Other lines of which the same is to be said. */
  alsoOn: number[]
}

/** What is the same of many lines but for their number is told once: forty lines of one rate would be forty buttons. Pure. */
export function toldOnce(problems: readonly Problem[]): ToldOnce[] {
  const told = new Map<string, ToldOnce>()
  for (const problem of problems) {
    const { line, ...others } = problem.params ?? {}
    const key = JSON.stringify([problem.code, problem.cure, others, line === undefined && problem.message])
    const first = told.get(key)
    if (first === undefined) told.set(key, { problem, alsoOn: [] })
    else if (line !== undefined) first.alsoOn.push(Number(line))
  }
  return [...told.values()]
}
