import { connectorBasics } from '@fieldledger/accounting/testing'
import { xero } from './connector.ts'

connectorBasics(xero)
