import { documentCapability, whyNotTaken } from '@fieldledger/accounting'
import { attachedFiles } from '@fieldledger/forms'
import type { DraftInputs } from '../drafting/draft-inputs.ts'
import type { Problem } from '../graph/problem.ts'

/** G-23: a warning, since the document goes all the same, without the file; where it takes none, none is promised. */
export function fileProblems({ submission, content, connection, request }: DraftInputs): Problem[] {
  const files = documentCapability(connection.capabilities, request.documentKind)?.files
  if (files === undefined) return []
  return attachedFiles(content, submission.values).flatMap((file, position): Problem[] => {
    const why = whyNotTaken(file, { position, ledger: connection.providerLabel, files })
    if (why === undefined) return []
    const message = `“${file.name}” stays on the form and does not go with the document: ${why}`
    return [{ code: 'file-not-taken', severity: 'warning', message, params: { file: file.name } }]
  })
}
