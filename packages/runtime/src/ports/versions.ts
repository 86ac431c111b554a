import type { CompanyLogo, FormVersion } from '@fieldledger/forms'
import type { CompanyScope, Recipients, Role, Start, WorkflowVersion } from '@fieldledger/workflow'

/** The newest published version of a workflow, and how it starts. */
export interface PublishedStart {
  workflowId: string
  formId: string
  /** Absent = the form's first workflow. */
  name?: string
  version: number
  start: Start
}

/** Immutable published versions; may be cached for ever. Storage implements it (forms, workflows). */
export interface VersionLookup {
  form(which: { scope: CompanyScope; formId: string; version: number }): Promise<FormVersion | undefined>
  workflow(which: {
    scope: CompanyScope
    workflowId: string
    version: number
  }): Promise<WorkflowVersion | undefined>
  /** The newest published version of a form that is in use; undefined = nothing can be filled in. */
  newestForm(which: { scope: CompanyScope; formId: string }): Promise<number | undefined>
  /** The newest published version of the form's first workflow, or undefined when none was published. */
  newestWorkflow(which: { scope: CompanyScope; formId: string }): Promise<number | undefined>
  /** undefined = nothing of it is published. */
  start(which: { scope: CompanyScope; workflowId: string }): Promise<PublishedStart | undefined>
}

export interface CompanyFacts {
  id: string
  name: string
  practice: boolean
  currency: string
  timeZone: string
}

export interface Addressee {
  id: string
  name: string
  email: string
}

/** Somebody who is away, and who decides for them meanwhile. */
export interface Away {
  id: string
  name: string
  role: Role
  standIn: { id: string; name: string }
}

/** Somebody who wants the daily digest. */
export interface DigestReader extends Addressee {
  role: Role
}

export interface PeopleLookup {
  /** Of those who work here now. */
  digestReaders(which: { scope: CompanyScope }): Promise<DigestReader[]>
  company(which: { scope: CompanyScope }): Promise<CompanyFacts>
  /** undefined = it has none. */
  logo(which: { scope: CompanyScope }): Promise<CompanyLogo | undefined>
  names(which: { scope: CompanyScope; ids: readonly string[] }): Promise<Map<string, string>>
  /** Of those who work here now; undefined = none was set. */
  supervisor(which: {
    scope: CompanyScope
    personId: string
  }): Promise<{ id: string; name: string } | undefined>
  /** Who is away at that moment; only where both work here. */
  away(which: { scope: CompanyScope; at: Date }): Promise<Away[]>
  /** Everybody of these roles and of these names who works here now; each once. */
  addresses(which: { scope: CompanyScope; recipients: Recipients }): Promise<Addressee[]>
}
