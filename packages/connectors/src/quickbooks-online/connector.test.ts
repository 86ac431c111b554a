import { connectorConformance } from '@fieldledger/accounting/testing'
import { quickbooksOnline } from './connector.ts'
import { practiceLedger } from './practice-ledger.ts'

connectorConformance({ connector: quickbooksOnline, start: practiceLedger })
