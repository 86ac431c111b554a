import { randomUUID } from 'node:crypto'
import { type ElementKind, idOf } from '../element-kinds.ts'
import { refuse } from '../refusals.ts'
import type { Answer } from './answer.ts'
import { bytesOf, type Call, parametersOf } from './call.ts'
import { describeAttachment } from './describe-attachment.ts'
import { envelope } from './envelope.ts'
import { findElement } from './read-elements.ts'

const mostFiles = 10
const mostBytes = 10 * 1024 * 1024

interface Target {
  kind: ElementKind
  id: string
}

/** `/{Endpoint}/{id}/Attachments`. */
export function listAttachments(call: Call, target: Target): Answer {
  const id = idOf(target.kind, findElement(call, target))
  const files = call.tenant
    .attachments(target.kind, id)
    .map(({ attachment }) => describeAttachment({ ...target, id }, attachment))
  return { status: 200, body: envelope(call.books, { Attachments: files }) }
}

/** By the attachment's id or its file name. */
export function readAttachment(call: Call, target: Target & { file: string }): Answer {
  const id = idOf(target.kind, findElement(call, target))
  const found = call.tenant
    .attachments(target.kind, id)
    .find(({ attachment }) => [attachment.AttachmentID, attachment.FileName].includes(target.file))
  if (!found) throw refuse.notFound()
  const content = Buffer.from(found.content, 'base64')
  return { status: 200, body: {}, file: { content, type: found.attachment.MimeType } }
}

/** Raw bytes; a file of the same name is replaced. */
export function putAttachment(call: Call, target: Target & { file: string }): Answer {
  const { books, tenant, request } = call
  const content = bytesOf(request)
  const element = findElement(call, target)
  const id = idOf(target.kind, element)
  // A file may go with what a customer sees online; a bill is not shown to anybody.
  const IncludeOnline = element.Type === 'ACCREC' && parametersOf(request).IncludeOnline === 'true'
  const others = tenant
    .attachments(target.kind, id)
    .filter(({ attachment }) => attachment.FileName !== target.file)
  const problem = problemOf({ file: target.file, bytes: content.length, others: others.length })
  if (problem !== undefined)
    throw refuse.validation([{ FileName: target.file, ValidationErrors: [{ Message: problem }] }])
  const attachment = {
    AttachmentID: randomUUID(),
    FileName: target.file,
    MimeType: request.get('content-type') ?? 'application/octet-stream',
    ContentLength: content.length,
    ...(IncludeOnline && { IncludeOnline }),
  }
  books.write({
    type: 'attachment',
    tenant: tenant.id,
    kind: target.kind,
    id,
    attachment,
    content: content.toString('base64'),
    at: books.timestamp(),
  })
  return {
    status: 200,
    body: envelope(books, { Attachments: [describeAttachment({ ...target, id }, attachment)] }),
  }
}

function problemOf(sent: { file: string; bytes: number; others: number }): string | undefined {
  if (/[<>:"/\\|?*+]/.test(sent.file)) return 'The file name contains characters that are not allowed'
  if (sent.bytes === 0) return 'The attachment is empty'
  if (sent.bytes > mostBytes) return 'The attachment is larger than 10 MB'
  return sent.others >= mostFiles ? 'A document can have a maximum of 10 attachments' : undefined
}
