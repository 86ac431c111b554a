import { Value } from 'typebox/value'
import { LowerFault, UpperFault } from './wire.ts'

/** The first complaint of a fault, from either of the two envelopes. */
export interface Fault {
  code: string
  message: string
  detail: string
  element: string
  isSystemFault: boolean
}

export function faultOf(body: unknown): Fault | undefined {
  if (Value.Check(UpperFault, body)) {
    const [first] = body.Fault.Error
    return faultFrom({ ...first, message: first?.Message, detail: first?.Detail, type: body.Fault.type })
  }
  if (Value.Check(LowerFault, body)) return faultFrom({ ...body.fault.error[0], type: body.fault.type })
  return undefined
}

type Said = string | null | undefined

function faultFrom(said: { code?: Said; message?: Said; detail?: Said; element?: Said; type?: Said }): Fault {
  return {
    // The gateway writes its codes with leading zeros in some places: 003200.
    code: (said.code ?? '').replace(/^0+(?=\d)/, ''),
    message: said.message ?? '',
    detail: said.detail ?? '',
    element: said.element ?? '',
    isSystemFault: said.type === 'SystemFault',
  }
}
