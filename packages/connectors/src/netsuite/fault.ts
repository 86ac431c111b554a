import { Value } from 'typebox/value'
import { NsError } from './wire.ts'

/** Why something was refused: the service's word for it, what it says, and the field that it is about. */
export interface Fault {
  code: string
  message: string
  path: string
}

/** An answer names one or several complaints; each may say where in what was sent it is. */
export function faultsOf(body: unknown): Fault[] {
  if (!Value.Check(NsError, body)) return []
  const said = body['o:errorDetails'].map((each) => ({
    code: each['o:errorCode'] ?? '',
    message: each.detail ?? '',
    path: each['o:errorPath'] ?? '',
  }))
  return said.length > 0 ? said : [{ code: '', message: body.title ?? '', path: '' }]
}
