import { DocumentKind } from '@fieldledger/accounting'
import { defineStep, documentForForm, FieldMapping, isPerVendor, UnlinkedItems } from '@fieldledger/workflow'
import { Type } from 'typebox'
import { connectionOf } from './connection-of.ts'
import { mappingProblems } from './mapping-problems.ts'
import { placeProblems } from './place-problems.ts'
import { requestOf } from './request-of.ts'
import { unlinkedItemsProblems } from './unlinked-items-problems.ts'

/** `provider` stays when there is no connection yet (a copied workflow); `connectionId` picks one of several. */
export const AccountingSyncConfig = Type.Object(
  {
    provider: Type.String({ maxLength: 60 }),
    providerLabel: Type.String({ maxLength: 60 }),
    connectionId: Type.Optional(Type.String({ maxLength: 64 })),
    documentKind: DocumentKind,
    mapping: FieldMapping,
    unlinkedItems: UnlinkedItems,
  },
  { additionalProperties: false },
)
export type AccountingSyncConfig = Type.Static<typeof AccountingSyncConfig>

/** One kind for all ledgers: the palette shows it once for each provider. */
export const accountingSync = defineStep({
  kind: 'accounting-sync',
  title: 'Sync with ledger',
  description: 'Sends the form into the ledger, once, and reads it back.',
  group: 'Accounting',
  icon: 'building-bank',
  trigger: false,
  executable: true,
  perProvider: true,
  config: AccountingSyncConfig,
  initial: ({ provider, providerLabel, connection, formType }): AccountingSyncConfig => ({
    provider: provider ?? connection?.provider ?? '',
    providerLabel: providerLabel ?? connection?.providerLabel ?? 'the ledger',
    ...(connection === undefined ? {} : { connectionId: connection.id }),
    documentKind: documentForForm(formType) ?? 'purchase-order',
    mapping: {},
    unlinkedItems: { create: false, instead: 'expense-line' },
  }),
  outlets: () => [
    { id: 'synced', label: 'Synced' },
    { id: 'failed', label: 'Failed' },
  ],
  summary(config, { form }) {
    const name = (id: string | undefined) => form.fields.find((field) => field.id === id)?.label
    const vendor = name(config.mapping.vendor)
    const materials = name(config.mapping.materials)
    if (vendor === undefined || materials === undefined) return 'Configure: choose vendor and materials'
    if (isPerVendor(config.mapping)) return `${materials}, one for each vendor → ${config.providerLabel}`
    return `${vendor}, ${materials} → ${config.providerLabel}`
  },
  problems: (config, scope) => [
    ...placeProblems(config, scope),
    ...mappingProblems(config, scope.form),
    ...unlinkedItemsProblems(config, scope.connections),
  ],
  sends(config, { connections }) {
    const connection = connectionOf(config, connections)
    return {
      ledger: connection?.name ?? config.providerLabel,
      request: connection === undefined ? undefined : requestOf(config, connection),
    }
  },
  migrations: [],
})
