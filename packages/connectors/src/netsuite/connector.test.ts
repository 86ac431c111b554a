import { connectorConformance, memoryPorts } from '@fieldledger/accounting/testing'
import { netsuite } from './connector.ts'
import { practiceLedger } from './practice-ledger.ts'

connectorConformance({
  connector: netsuite,
  start: async () => {
    const ledger = await practiceLedger(memoryPorts)
    return { ...ledger, seen: ledger.ports.seen }
  },
})
