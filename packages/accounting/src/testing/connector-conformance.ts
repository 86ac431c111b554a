import { describe } from 'vitest'
import type { Connector } from '../connector/connector.ts'
import { catalogueConformance } from './catalogue-conformance.ts'
import type { ConformanceLedger } from './conformance-ledger.ts'
import { connectorBasics } from './connector-basics.ts'
import { documentConformance } from './document-conformance.ts'
import { faultConformance } from './fault-conformance.ts'

export interface ConformanceOptions {
  connector: Connector
  /** A fresh company of the connector's fake, connected, over real HTTP. */
  start(): Promise<ConformanceLedger>
}

/** The suite that every connector passes against its fake. Run from `<provider>/connector.test.ts`. */
export function connectorConformance(options: ConformanceOptions): void {
  connectorBasics(options.connector)
  describe(`${options.connector.id}: conformance`, () => {
    documentConformance(options)
    faultConformance(options)
    catalogueConformance(options)
  })
}
