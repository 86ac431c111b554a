import { connectorBasics } from '@fieldledger/accounting/testing'
import { netsuite } from './connector.ts'

connectorBasics(netsuite)
