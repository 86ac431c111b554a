import type { Problem } from '../graph/problem.ts'

/** A problem that holds a document before sending, with the name of its cure. */
export function heldProblem(
  code: string,
  message: string,
  more: Pick<Problem, 'cure' | 'params' | 'place'>,
): Problem {
  return { code, severity: 'error', message, ...more }
}
