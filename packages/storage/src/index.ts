export { defineCatalogueModels } from './catalogue/catalogue-models.ts'
export { createCatalogueRepository } from './catalogue/catalogue-repository.ts'
export { createLinkRepository } from './catalogue/link-repository.ts'
export { createAuthorisationStates } from './connections/authorisation-states.ts'
export { createLedgerConnections } from './connections/connection-lookup.ts'
export { defineConnectionModels } from './connections/connection-models.ts'
export { createConnectionRepository } from './connections/connection-repository.ts'
export { createLookups } from './connections/create-lookups.ts'
export { createEngine } from './engine/engine.ts'
export { defineRuntimeModels, type RuntimeModels } from './runtime/runtime-models.ts'
export { createRuntimeStores } from './runtime/runtime-stores.ts'
export { companySchema, plainSchema, type SchemaParts } from './scope/company-schema.ts'
export { connectDatabase, type Database } from './scope/connect-database.ts'
export { inTransaction, sessionOf } from './scope/in-transaction.ts'
export { modelOn } from './scope/model-on.ts'
export { UnscopedQuery } from './scope/unscoped-query.ts'
export {
  type HouseSettings,
  type MasterKey,
  type ProviderEnvironment,
  type ProviderSettings,
  parseHouseSettings,
  parseSettings,
  providerSettings,
  type Settings,
  SettingsRefused,
  settingsTable,
} from './settings/index.ts'
export { createSecrets } from './vault/secrets.ts'
export { createDatabaseTokenVault } from './vault/token-vault.ts'
