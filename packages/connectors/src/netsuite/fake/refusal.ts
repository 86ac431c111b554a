import type { JsonObject } from '../../fake-service/json.ts'

/** A refusal in the provider's own words; the sentences are NetSuite's, not ours. */
export class NetSuiteRefusal extends Error {
  readonly code = 'NETSUITE_REFUSAL'
  readonly retryable = false
  readonly status: number
  readonly body: JsonObject

  constructor({ status, title, details }: { status: number; title: string; details: JsonObject[] }) {
    super(String(details[0]?.detail ?? title))
    this.name = 'NetSuiteRefusal'
    this.status = status
    this.body = { type: typeOf(status), title, status, 'o:errorDetails': details }
  }
}

const sections: Readonly<Record<number, string>> = {
  400: '#sec10.4.1',
  404: '#sec10.4.5',
  405: '#sec10.4.6',
  500: '#sec10.5.1',
  503: '#sec10.5.4',
}

function typeOf(status: number): string {
  return `https://www.w3.org/Protocols/rfc2616/rfc2616-sec10.html${sections[status] ?? ''}`
}
