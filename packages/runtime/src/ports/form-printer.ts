import type { FileReference, PrintedForm } from '@fieldledger/forms'
import type { CompanyScope } from '@fieldledger/workflow'

/** The worker's printer: the same form again is the same file. It throws what it refuses, with a sentence. */
export interface FormPrinter {
  print(what: { scope: CompanyScope; printed: PrintedForm }): Promise<FileReference>
}
