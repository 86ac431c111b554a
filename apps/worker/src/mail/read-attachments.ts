import { buffer } from 'node:stream/consumers'
import type { ClaimedMail, FileStore } from '@fieldledger/storage'
import { companyScope } from '@fieldledger/workflow'
import type { Attachment } from './compose-mail.ts'

/** The mail's files out of the store, whole: a PDF of a form is some hundred kilobytes. One that is gone is left out. */
export async function readAttachments(
  store: Pick<FileStore, 'findMany' | 'open'>,
  { companyId, files = [] }: Pick<ClaimedMail, 'companyId' | 'files'>,
): Promise<Attachment[]> {
  if (files.length === 0) return []
  const known = await store.findMany(
    companyScope(companyId),
    files.map(({ id }) => id),
  )
  const kept = files.filter(({ id }) => known.some((file) => file.id === id))
  return Promise.all(
    kept.map(async ({ id, name, contentType }) => ({
      filename: name,
      contentType,
      content: await buffer(store.open({ id })),
    })),
  )
}
