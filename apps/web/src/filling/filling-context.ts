import type { FormContent, ProposedVendor } from '@fieldledger/forms'
import { createContext, useContext } from 'react'
import type { ErrorsByPath } from './errors-by-path.ts'
import { NotFilling } from './not-filling.ts'

/** What every input of a form that is being filled in needs. */
export interface Filling {
  formId: string
  content: FormContent
  currency: string
  values: Record<string, unknown>
  errors: ErrorsByPath
  /** Whoever fills it in has no account: lists of ours are not searched, files go another way. */
  guest?: { filesPath: string } | undefined
  /** The submitted form that is changed here, which is no earlier one of its own. */
  revised?: string | undefined
  proposedVendors: readonly ProposedVendor[]
  setValue: (fieldId: string, value: unknown) => void
  /** It stands among the choices from now on; whoever proposes it picks it. */
  proposeVendor: (vendor: ProposedVendor) => void
}

export const FillingContext = createContext<Filling | undefined>(undefined)

export function useFilling(): Filling {
  const filling = useContext(FillingContext)
  if (filling === undefined) throw new NotFilling()
  return filling
}
