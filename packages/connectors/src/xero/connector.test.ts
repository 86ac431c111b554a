import { connectorConformance, memoryPorts } from '@fieldledger/accounting/testing'
import { xero } from './connector.ts'
import { practiceLedger } from './practice-ledger.ts'

connectorConformance({
  connector: xero,
  start: async () => {
    const ledger = await practiceLedger(memoryPorts)
    return { ...ledger, seen: ledger.ports.seen }
  },
})
