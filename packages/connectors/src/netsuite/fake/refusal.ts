import type { JsonObject } from '../../fake-service/json.ts'

interface Refused {
  status: number
  title: string
  details: JsonObject[]
  /** Of RFC 2616, where it is not the one of the status. */
  section?: string
}

/** A refusal in the provider's own words; the sentences are NetSuite's, not ours. */
export class NetSuiteRefusal extends Error {
  readonly code = 'NETSUITE_REFUSAL'
  readonly retryable = false
  readonly status: number
  readonly body: JsonObject

  constructor({ status, title, details, section }: Refused) {
    super(String(details[0]?.detail ?? title))
    this.name = 'NetSuiteRefusal'
    this.status = status
    this.body = { type: typeOf(section ?? sections[status]), title, status, 'o:errorDetails': details }
  }
}

const sections: Readonly<Record<number, string>> = {
  400: '#sec10.4.1',
  404: '#sec10.4.5',
  405: '#sec10.4.6',
  500: '#sec10.5.1',
  503: '#sec10.5.4',
}

function typeOf(section = ''): string {
  return `https://www.w3.org/Protocols/rfc2616/rfc2616-sec10.html${section}`
}
