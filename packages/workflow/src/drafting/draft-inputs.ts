import type {
  OrderedLine,
  PaymentTerms,
  RemoteEmployee,
  RemoteReference,
  RemoteTerm,
  TrackingTarget,
} from '@fieldledger/accounting'
import type { FormContent, Submission } from '@fieldledger/forms'
import type { ConnectionSummary } from '../connections/connection-summary.ts'
import type { Twin } from '../preflight/twin.ts'
import type { SendRequest } from '../steps/step-outcome.ts'
import type { ClassesByName } from './classes-by-name.ts'

/** Our record's pair in the ledger and whether it may be used there. */
export interface LinkedReference {
  remote: RemoteReference
  active: boolean
}

export interface CatalogueMaterial {
  id: string
  name: string
  sku?: string
  description?: string
  accountId?: string
}

export interface CatalogueVendor {
  id: string
  name: string
  state: 'active' | 'proposed'
  /** In which the vendor is kept; absent = nobody said. */
  currency?: string
  accountId?: string
  paymentTerms?: PaymentTerms
}

/** Everything that a draft needs, loaded beforehand: drafting itself does no I/O. Keys are our ids. */
export interface DraftInputs {
  submission: Pick<Submission, 'number' | 'values' | 'currency' | 'totals'>
  content: FormContent
  request: SendRequest
  connection: ConnectionSummary
  vendors: ReadonlyMap<string, CatalogueVendor>
  materials: ReadonlyMap<string, CatalogueMaterial>
  links: {
    vendors: ReadonlyMap<string, LinkedReference>
    materials: ReadonlyMap<string, LinkedReference>
    accounts: ReadonlyMap<string, LinkedReference>
    projects: ReadonlyMap<string, LinkedReference>
  }
  /** Ids there of accounts that stand in the settings and are known to be inactive. */
  inactiveAccounts?: ReadonlySet<string>
  /** The order that the form was made from, as this ledger holds it; lines by our row ids. */
  order?: { vendorId: string; lines: ReadonlyMap<string, OrderedLine> }
  /** The form that it was made from; `meant` = that one was to go to this ledger too. */
  madeFrom?: { id: string; meant: boolean }
  /** The ledger's classes by what a form may call them; only read when a class is mapped. */
  classes: ClassesByName
  /** So too for the other targets that name a mark there. */
  marks?: Partial<Record<Exclude<TrackingTarget['target'], 'class'>, ClassesByName>>
  /** The ledger's terms of payment that are in use; only read when they are mapped. */
  terms?: readonly RemoteTerm[]
  /** Whom the ledger knows as its employees, those who have left too; only read when one is mapped. */
  employees?: readonly RemoteEmployee[]
  /** Names of what was chosen by id: cost codes, projects, people. */
  names: ReadonlyMap<string, string>
  /** Forms that may be the same paper, as long as nobody has said that they are not. */
  twins?: readonly Twin[]
  /** Another form of ours whose document in this ledger bears the same number. */
  numberTakenBy?: { submissionId: string; formName: string }
  /** The form's own page, by the address that this server has now. */
  formUrl?: string
  /** The day of submission in the company's time zone, YYYY-MM-DD. */
  submittedOn: string
}
