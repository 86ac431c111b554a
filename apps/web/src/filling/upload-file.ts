import type { FileReference } from '@fieldledger/forms'
import { apiBase } from '../api/api.ts'
import { apiHeaders } from '../api/api-headers.ts'
import { NoConnection } from '../api/no-connection.ts'
import { readProblem } from '../api/read-problem.ts'

/** Sends one file with its progress: fetch cannot report how much has left, XMLHttpRequest can. */
export function uploadFile(
  file: File,
  { path = '/files', onProgress }: { path?: string | undefined; onProgress: (percent: number) => void },
): Promise<FileReference> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', `${apiBase}${path}`)
    for (const [name, value] of Object.entries(apiHeaders('POST'))) request.setRequestHeader(name, value)
    request.upload.onprogress = ({ loaded, total }) => onProgress(Math.round((loaded / total) * 100))
    request.onerror = () => reject(new NoConnection())
    request.onload = () => {
      if (request.status < 300) return resolve(JSON.parse(request.responseText) as FileReference)
      void readProblem(new Response(request.responseText, { status: request.status })).then(reject)
    }
    const body = new FormData()
    body.append('file', file)
    request.send(body)
  })
}
