import type { Readable } from 'node:stream'
import type { FileReference } from '@fieldledger/forms'
import type { CompanyScope } from '@fieldledger/workflow'
import type { Request, Response } from 'express'
import { fileTypeFromBuffer } from 'file-type'
import multer, { type StorageEngine } from 'multer'
import { BadRequest, TooMuch } from '../refusals.ts'
import type { CompanyPerson } from '../router/route.ts'
import type { Services } from '../services.ts'

const mostBytes = 50 * 1024 * 1024

interface Receiving {
  scope: CompanyScope
  person: CompanyPerson
  request: Request
  reply: Response
}

/** One file of a multipart body, streamed into the store as it comes; nothing touches the disk of this server. */
export async function receiveFile(
  services: Pick<Services, 'files'>,
  { scope, person, request, reply }: Receiving,
): Promise<FileReference> {
  let received: FileReference | undefined
  const storage: StorageEngine = {
    _handleFile(_request, file, done) {
      keep(file.stream, plainName(file.originalname)).then(
        (kept) => {
          received = kept
          done(null, {})
        },
        (error: unknown) => done(error),
      )
    },
    _removeFile: (_request, _file, done) => done(null),
  }
  async function keep(stream: Readable, name: string): Promise<FileReference> {
    const { id, size, contentType } = await services.files.put(scope, {
      name,
      by: person.id,
      bytes: stream,
      contentTypeOf,
      refuse: () => ((stream as { truncated?: boolean }).truncated === true ? tooLarge() : undefined),
    })
    return { id, name, size, contentType }
  }
  const parse = multer({ storage, limits: { fileSize: mostBytes, files: 1, fields: 0, parts: 2 } }).single(
    'file',
  )
  await new Promise<void>((resolve, reject) => {
    parse(request, reply, (error: unknown) => (error ? reject(readable(error)) : resolve()))
  })
  if (received === undefined)
    throw new BadRequest([{ path: '/file', code: 'required', message: 'a file named "file" is missing' }])
  return received
}

function tooLarge(): TooMuch {
  return new TooMuch('A file may have 50 MB: choose a smaller one, or split it.')
}

function readable(error: unknown): unknown {
  if (!(error instanceof multer.MulterError)) return error
  if (error.code === 'LIMIT_FILE_SIZE') return tooLarge()
  return new BadRequest([
    { path: '/file', code: error.code, message: 'one file, and nothing else, is expected' },
  ])
}

/** What the bytes say, never what the name or the browser says. */
async function contentTypeOf(head: Buffer): Promise<string> {
  return (await fileTypeFromBuffer(head))?.mime ?? 'application/octet-stream'
}

// Browsers send UTF-8 names, which multer reads as Latin-1.
function plainName(original: string): string {
  const name = Buffer.from(original, 'latin1').toString('utf8')
  const last = name.split(/[\\/]/).at(-1) ?? ''
  return last.replace(/\p{Cc}/gu, '').slice(0, 255) || 'file'
}
