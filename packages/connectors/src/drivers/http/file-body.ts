import { randomUUID } from 'node:crypto'
import { DocumentRejected, type LedgerFile, type WirePart, type WireRequest } from '@fieldledger/accounting'
import type { Way } from './answer-to.ts'

/** A body that is of bytes, and what it calls itself. */
export interface FileBody {
  bytes: Uint8Array
  headers: Record<string, string>
}

/** The bytes of a request that carries files; undefined = it carries none. */
export async function fileBody({ body }: WireRequest, way: Way): Promise<FileBody | undefined> {
  if (body?.as === 'file') return { bytes: await bytesOf(body.value, way), headers: {} }
  if (body?.as === 'multipart') return multipart(body.value, way)
  return undefined
}

/** RFC 7578. The boundary is by chance, so that no file can hold it. */
async function multipart(parts: Readonly<Record<string, WirePart>>, way: Way): Promise<FileBody> {
  const boundary = `fieldledger-${randomUUID()}`
  const pieces: Uint8Array[] = []
  for (const [name, part] of Object.entries(parts))
    pieces.push(
      text(`--${boundary}\r\n${headOf(name, part)}\r\n\r\n`),
      await contentOf(part, way),
      text('\r\n'),
    )
  return {
    bytes: Buffer.concat([...pieces, text(`--${boundary}--\r\n`)]),
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
  }
}

function headOf(name: string, part: WirePart): string {
  const disposition = `Content-Disposition: form-data; name="${name}"`
  return 'json' in part
    ? `${disposition}\r\nContent-Type: application/json; charset=UTF-8`
    : `${disposition}; filename="${quotedName(part.file.name)}"\r\nContent-Type: ${part.file.contentType}`
}

/** As browsers write it: a name can end neither its quotes nor its line. */
function quotedName(name: string): string {
  return name.replaceAll('\r', '%0D').replaceAll('\n', '%0A').replaceAll('"', '%22')
}

async function contentOf(part: WirePart, way: Way): Promise<Uint8Array> {
  return 'json' in part ? text(JSON.stringify(part.json)) : bytesOf(part.file, way)
}

async function bytesOf({ id, name }: LedgerFile, { options, call }: Way): Promise<Uint8Array> {
  const bytes = await options.files?.get({ companyId: call.scope.companyId, id })
  if (bytes !== undefined) return bytes
  throw new DocumentRejected(
    `The file “${name}” is not in Fieldledger any more. Put it on the form again, then send the form again.`,
  )
}

function text(said: string): Uint8Array {
  return new TextEncoder().encode(said)
}
