export { beginAuthorisation, type ConsentPerson } from './authorise/begin-authorisation.ts'
export { chooseCompanies } from './authorise/choose-companies.ts'
export { type DescribedChoice, describeChoice } from './authorise/describe-choice.ts'
export { type ComeBack, finishAuthorisation } from './authorise/finish-authorisation.ts'
export { allowedEnvironment } from './connect/allowed-environment.ts'
export { createConnection } from './connect/create-connection.ts'
export { disconnect } from './connect/disconnect.ts'
export { findActiveConnection, findConnection } from './connect/find-connection.ts'
export { checkHealth } from './health/check-health.ts'
export { checkStaleHealth } from './health/check-stale-health.ts'
export type { AuthorisationStates } from './ports/authorisation-states.ts'
export type { CompanyChoices } from './ports/company-choices.ts'
export type { ConnectionPorts, TokenVault } from './ports/connection-ports.ts'
export type { ConnectionChange, ConnectionRepository } from './ports/connection-repository.ts'
export type { SecretPlace, Secrets } from './ports/secrets.ts'
export type { StaleChecks } from './ports/stale-checks.ts'
export type { AuthorisationStateRecord } from './records/authorisation-state-record.ts'
export type { CompanyChoiceRecord } from './records/company-choice-record.ts'
export {
  type AuthorisedConnection,
  type ConnectionHealthRecord,
  type ConnectionRecord,
  type FeedRecord,
  wasAuthorised,
} from './records/connection-record.ts'
export { connectionTarget } from './records/connection-target.ts'
export type { SealedSecret, SecretRecord } from './records/secret-record.ts'
export { signInOf } from './records/sign-in-of.ts'
export {
  type ConnectionRefusalCode,
  ConnectionRefused,
  isConnectionRefusalCode,
} from './refusals/connection-refused.ts'
export { noteImported } from './settings/note-imported.ts'
export { saveRules } from './settings/save-rules.ts'
export { saveSending } from './settings/save-sending.ts'
export { sayCompared } from './settings/say-compared.ts'
export { summariseConnection } from './settings/summarise-connection.ts'
export { createTokenVault, type TokenVaultParts } from './tokens/create-token-vault.ts'
export { open as openSecret, type SealPlace, SecretUnreadable, seal as sealSecret } from './vault/envelope.ts'
export { type MasterKeys, MasterKeyUnknown } from './vault/master-keys.ts'
