import { ApiProblem } from './api-problem.ts'

/** It was answered, and what was sent is surely not saved: whoever sent it may change it. */
export function isRefused(error: unknown): boolean {
  return error instanceof ApiProblem && error.code !== 'database-silent'
}
