import { describe } from 'vitest'
import { documentCapability } from '../connector/capabilities.ts'
import type { Connector } from '../connector/connector.ts'
import type { DocumentKind } from '../documents/document-kind.ts'
import { catalogueConformance } from './catalogue-conformance.ts'
import type { ConformanceLedger } from './conformance-ledger.ts'
import { connectorBasics } from './connector-basics.ts'
import { documentConformance } from './document-conformance.ts'
import { editConformance } from './edit-conformance.ts'
import { employeeConformance } from './employee-conformance.ts'
import { faultConformance } from './fault-conformance.ts'
import { itemUpdateConformance } from './item-update-conformance.ts'
import { previewConformance } from './preview-conformance.ts'
import { refusalConformance } from './refusal-conformance.ts'
import { taxConformance } from './tax-conformance.ts'
import { termsConformance } from './terms-conformance.ts'
import { textLimitConformance } from './text-limit-conformance.ts'
import { trackingConformance } from './tracking-conformance.ts'

export interface ConformanceOptions {
  connector: Connector
  /** A fresh company of the connector's fake, connected, over real HTTP. */
  start(): Promise<ConformanceLedger>
}

/** The suite that every connector passes against its fake. Run from `<provider>/connector.test.ts`. */
export function connectorConformance(options: ConformanceOptions): void {
  connectorBasics(options.connector)
  describe(`${options.connector.id}: conformance`, () => {
    for (const kind of kindsOf(options.connector))
      describe(kind, () => {
        documentConformance({ ...options, kind })
        previewConformance({ ...options, kind })
        refusalConformance({ ...options, kind })
        taxConformance({ ...options, kind })
        termsConformance({ ...options, kind })
        employeeConformance({ ...options, kind })
        trackingConformance({ ...options, kind })
        textLimitConformance({ ...options, kind })
      })
    for (const kind of kindsOf(options.connector, true))
      describe(kind, () => previewConformance({ ...options, kind }))
    editConformance(options)
    faultConformance(options)
    catalogueConformance(options)
    itemUpdateConformance(options)
  })
}

/** Every kind that the connector says it can create; of what is made out of an order more is tested beside it. */
function kindsOf({ capabilities }: Connector, ofOrder = false): DocumentKind[] {
  return (Object.keys(capabilities.documents) as DocumentKind[]).filter((kind) => {
    const there = documentCapability(capabilities, kind)
    return there?.create === true && (there.ofOrder === true) === ofOrder
  })
}
