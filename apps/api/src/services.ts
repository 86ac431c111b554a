import type { Connector, LedgerDriver, ProviderSettings } from '@fieldledger/accounting'
import type { CatalogueRepository, LedgerEvents, PortalLinks } from '@fieldledger/catalogue'
import type { TokenVault } from '@fieldledger/connections'
import type { Tracing } from '@fieldledger/egress'
import type { Runtime } from '@fieldledger/runtime'
import type {
  Absences,
  ApiKeyRepository,
  AuditRepository,
  Changes,
  Company,
  CompanyLogos,
  CompanyRepository,
  ConnectedCompany,
  connectedCompanies,
  Database,
  DecisionLinks,
  DigestWishes,
  FailedMails,
  FileStore,
  FormRepository,
  HitCounter,
  HookSecrets,
  IdempotencyRepository,
  InvitationRepository,
  MembershipRepository,
  NamedSecrets,
  NotificationInbox,
  ReadKeeper,
  RunIndex,
  Settings,
  SubmissionIndex,
  Visibility,
  WorkflowRepository,
} from '@fieldledger/storage'
import type { Environment } from '@fieldledger/workflow'
import type { Logger } from 'pino'
import type { Admission } from './door/admission.ts'
import type { RequestTimes } from './metrics/request-times.ts'
import type { Auth } from './sign-in/create-auth.ts'
import type { Known } from './sign-in/known.ts'
import type { SetupCode } from './sign-in/setup-code.ts'

export type { Company }

/** Everything that routes are handed; built once by the composition root. */
export interface Services {
  settings: Settings
  database: Database
  changes: Changes
  log: Logger
  auth: Auth
  setupCode: SetupCode
  readiness: () => Promise<void>
  requestTimes: RequestTimes
  tracing?: Tracing | undefined
  admission: Admission
  keeper: ReadKeeper
  known: Known
  companies: CompanyRepository
  logos: CompanyLogos
  memberships: MembershipRepository
  absences: Absences
  digestWishes: DigestWishes
  invitations: InvitationRepository
  apiKeys: ApiKeyRepository
  decisionLinks: DecisionLinks
  failedMails: FailedMails
  portalLinks: PortalLinks
  ledgerEvents: LedgerEvents
  connectedCompanies(which: Parameters<typeof connectedCompanies>[1]): Promise<ConnectedCompany[]>
  visibility: Visibility
  forms: FormRepository
  workflows: WorkflowRepository
  submissions: SubmissionIndex
  runs: RunIndex
  notifications: NotificationInbox
  catalogue: CatalogueRepository
  files: FileStore
  audit: AuditRepository
  idempotency: IdempotencyRepository
  hits: HitCounter
  runtime: Runtime
  vault: TokenVault
  secrets: NamedSecrets
  hookSecrets: HookSecrets
  connectors: readonly Connector[]
  /** undefined = this server has no keys for that ledger and environment. */
  settingsOf(provider: string, environment: Environment): ProviderSettings | undefined
  driverFor(connection: Parameters<Runtime['driverFor']>[0]): LedgerDriver
}
