import { pipeline } from 'node:stream/promises'
import { FileReference } from '@fieldledger/forms'
import { receiveFile } from '../files/receive-file.ts'
import { Missing } from '../refusals.ts'
import { defineRoute } from '../router/define-route.ts'
import type { Route } from '../router/route.ts'
import type { Services } from '../services.ts'

export function fileRoutes(services: Services): Route[] {
  const { files } = services
  return [
    defineRoute({
      method: 'POST',
      path: '/files',
      policy: 'form.submit',
      summary: 'Uploaded a file',
      answer: FileReference,
      status: 201,
      handler: async ({ scope, person, request, reply, audit }) => {
        const file = await receiveFile(services, { scope, person, request, reply })
        audit({ record: file.id, after: file })
        return file
      },
    }),
    defineRoute({
      method: 'GET',
      path: '/files/:id',
      policy: 'submission.read',
      summary: 'Hands out a file',
      answer: { bytes: 'application/octet-stream' },
      handler: async ({ scope, params, person, reply }) => {
        const file = await files.find(scope, params.id)
        if (file === undefined) throw new Missing()
        const ids = file.submissionIds
        const seen = await services.submissions.visible(scope, { person, ids })
        if (seen.length === 0 && !file.uploadedBy.includes(person.id)) throw new Missing()
        reply.attachment(file.name)
        reply.setHeader('content-type', file.contentType)
        reply.setHeader('content-length', String(file.size))
        reply.setHeader('x-content-type-options', 'nosniff')
        reply.setHeader('content-security-policy', "default-src 'none'; sandbox")
        reply.setHeader('cache-control', 'private, max-age=0, must-revalidate')
        await pipeline(files.open(file), reply)
        return undefined
      },
    }),
  ]
}
