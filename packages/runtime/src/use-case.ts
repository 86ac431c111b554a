import type { Person } from './ports/person.ts'
import type { Runtime } from './ports/runtime.ts'

/** What every use case is told. */
export interface UseCase {
  runtime: Runtime
  companyId: string
}

export interface PersonalUseCase extends UseCase {
  person: Person
}
