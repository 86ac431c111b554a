import type { CompanyScope } from '@fieldledger/workflow'
import type { CompanyChoiceRecord } from '../records/company-choice-record.ts'

export interface CompanyChoices {
  save(choice: CompanyChoiceRecord): Promise<void>
  find(scope: CompanyScope, id: string): Promise<CompanyChoiceRecord | undefined>
  /** Takes it away, in one write: a choice is made once. false = it was made meanwhile, or is over. */
  take(scope: CompanyScope, id: string): Promise<boolean>
}
