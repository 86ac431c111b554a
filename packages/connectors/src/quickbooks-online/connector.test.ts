import { connectorConformance, memoryPorts } from '@fieldledger/accounting/testing'
import { quickbooksOnline } from './connector.ts'
import { practiceLedger } from './practice-ledger.ts'

connectorConformance({
  connector: quickbooksOnline,
  start: async () => {
    const ledger = await practiceLedger(memoryPorts)
    return { ...ledger, seen: ledger.ports.seen }
  },
})
