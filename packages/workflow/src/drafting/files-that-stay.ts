import { documentCapability } from '@fieldledger/accounting'
import { attachedFiles } from '@fieldledger/forms'
import type { DraftInputs } from './draft-inputs.ts'

/** Where a ledger is sent no files, whoever attached some reads so before it is sent. */
export function filesThatStay({ submission, content, connection, request }: DraftInputs): string[] {
  if (documentCapability(connection.capabilities, request.documentKind)?.files !== undefined) return []
  const { length } = attachedFiles(content, submission.values)
  if (length === 0) return []
  const files = length === 1 ? 'the file of the form stays' : `the ${length} files of the form stay`
  return [`${connection.providerLabel} is sent no files: ${files} here.`]
}
