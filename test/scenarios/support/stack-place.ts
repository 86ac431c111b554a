import type { StackPlace } from '../../support/make-company.ts'
import { sandboxUrl, stackUrl } from './stack.ts'

/** What `makeCompany` needs to know of the stack that the scenarios share. */
export function stackPlace(): StackPlace {
  return { url: stackUrl, sandboxUrl, mongoUrl: process.env.SCENARIO_MONGODB_URL ?? '' }
}
