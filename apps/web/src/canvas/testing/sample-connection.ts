import type { ConnectionSummary } from '@fieldledger/workflow'

export const sampleProvider = { id: 'some-ledger', label: 'Some Ledger', logoUrl: '/logo.svg' }

export function sampleConnection(state: ConnectionSummary['state']): ConnectionSummary {
  return {
    id: 'c1',
    provider: sampleProvider.id,
    providerLabel: sampleProvider.label,
    name: 'Volt',
    state,
    environment: 'practice',
    rules: { costCodeAccounts: {} },
    capabilities: {
      delivery: 'push',
      documents: {},
      vendors: { list: true, create: true, nameLimit: 100 },
      items: { list: true, create: [], nameLimit: 100, skuLimit: 100, forbiddenInName: '' },
      accounts: { list: true },
      classes: false,
      unitPriceDecimals: 6,
      replayWindowMs: null,
      quietPeriodMs: 0,
      rate: { perSecond: 1, perMinute: 1, concurrent: 1 },
    },
  }
}
