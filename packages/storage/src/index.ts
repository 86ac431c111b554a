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
