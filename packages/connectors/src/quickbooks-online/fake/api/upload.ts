import type { NextFunction, Request, Response } from 'express'
import { isObject, type JsonObject } from '../../../fake-service/json.ts'
import type { Books } from '../books/books.ts'
import type { Realm } from '../books/realm.ts'
import { refuse } from '../fault-catalogue.ts'
import { withSize } from './attachable-size.ts'
import { executeWrite } from './execute.ts'

interface Part {
  metadata: JsonObject
  content: Buffer
  name: string
  type: string
}

const uploads = new WeakMap<Request, Part[] | undefined>()

const mostBytes = 100 * 1024 * 1024

/** `file_metadata_01` and `file_content_01`, `…_02`, as a form of several parts. */
export async function readParts(request: Request, _response: Response, next: NextFunction): Promise<void> {
  uploads.set(request, await partsOf(request))
  next()
}

async function partsOf(request: Request): Promise<Part[] | undefined> {
  const bytes: unknown = request.body
  const type = request.get('content-type') ?? ''
  if (!Buffer.isBuffer(bytes) || !type.startsWith('multipart/form-data')) return undefined
  try {
    const form = await new globalThis.Response(new Uint8Array(bytes), {
      headers: { 'content-type': type },
    }).formData()
    const contents = [...form].filter(([name]) => name.startsWith('file_content_'))
    return await Promise.all(
      contents.map(async ([name, file]) => {
        if (typeof file === 'string') throw refuse.badProperty(name)
        const said = form.get(name.replace('content', 'metadata'))
        const text = typeof said === 'string' ? said : ((await said?.text()) ?? '{}')
        const metadata: unknown = JSON.parse(text)
        return {
          metadata: isObject(metadata) ? metadata : {},
          content: Buffer.from(await file.arrayBuffer()),
          name: file.name,
          type: file.type,
        }
      }),
    )
  } catch {
    return undefined
  }
}

interface Upload {
  books: Books
  realm: Realm
  request: Request
  requestId: string | undefined
}

/** Each file becomes an Attachable, beside what its metadata names. */
export function postUpload({ books, realm, request, requestId }: Upload): JsonObject {
  const parts = uploads.get(request)
  if (!parts || parts.length === 0) throw refuse.badProperty('file_content_01')
  const responses = parts.map(({ metadata, content, name, type }, n) => {
    if (content.length === 0 || content.length > mostBytes)
      throw refuse.businessRule('The file is empty or larger than 100 MB.')
    const made = executeWrite({
      books,
      realm,
      path: 'attachable',
      operation: 'create',
      requestId: requestId === undefined ? undefined : `${requestId}-${n}`,
      allowDuplicateDocNumber: false,
      body: { FileName: name, ContentType: type, ...metadata },
    })
    const { Attachable } = made
    if (!isObject(Attachable)) throw refuse.broken()
    const id = String(Attachable.Id)
    if (!realm.files.has(id))
      books.write({ type: 'file', realm: realm.id, id, content: content.toString('base64') })
    return { Attachable: withSize(realm, Attachable) }
  })
  return { AttachableResponse: responses, time: books.timestamp() }
}
