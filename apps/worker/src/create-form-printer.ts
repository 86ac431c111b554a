import { Readable } from 'node:stream'
import { renderPdf } from '@fieldledger/documents'
import type { FormPrinter } from '@fieldledger/runtime'
import type { FileStore } from '@fieldledger/storage'

const contentType = 'application/pdf'
/** Nobody has uploaded it: whoever sees the form sees the file. */
const by = 'workflow'

/** Prints into the file store, whose ids are made of the content: the same form again is the same file. */
export function createFormPrinter(files: Pick<FileStore, 'put' | 'attach'>): FormPrinter {
  return {
    async print({ scope, printed }) {
      const { id: submissionId, number, formName } = printed.submission
      const name = `${number ?? formName}.pdf`
      const bytes = Readable.from([Buffer.from(await renderPdf(printed))])
      const { id, size } = await files.put(scope, { name, by, bytes, contentTypeOf: async () => contentType })
      await files.attach(scope, { ids: [id], submissionId })
      return { id, name, size, contentType }
    },
  }
}
