import type { Environment } from '@fieldledger/workflow'
import { ConnectionRefused } from '../refusals/connection-refused.ts'

/** A practice company can never hold a live connection, nor a real one a simulated one (DESIGN §1). */
export function allowedEnvironment(environment: Environment, company: { practice: boolean }): boolean {
  return (environment === 'practice') === company.practice
}

export function refuseForbiddenEnvironment(environment: Environment, company: { practice: boolean }): void {
  if (!allowedEnvironment(environment, company)) throw new ConnectionRefused('environment-forbidden')
}
