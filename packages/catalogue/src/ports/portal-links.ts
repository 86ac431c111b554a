import type { CompanyScope } from '@fieldledger/workflow'

/** By it a supplier submits certain forms without an account, until then or until it is taken back. */
export interface PortalLink {
  id: string
  companyId: string
  vendorId: string
  formIds: string[]
  /** For whom it acts: what comes back, comes back to them. */
  createdBy: { id: string; name: string }
  createdAt: Date
  expiresAt: Date
  revokedAt?: Date
  lastUsedAt?: Date
  submissionIds: string[]
}

export interface PortalLinks {
  /** The token is shown once and kept as a hash; a mail goes out exactly if the link stands. */
  create(
    scope: CompanyScope,
    link: Pick<PortalLink, 'vendorId' | 'formIds' | 'createdBy' | 'expiresAt'> & {
      mail?: { to: string; letter(token: string): { subject: string; text: string } }
    },
  ): Promise<{ link: PortalLink; token: string }>
  ofVendor(scope: CompanyScope, vendorId: string): Promise<PortalLink[]>
  /** false = it is none of this vendor's, or was taken back before. */
  revoke(scope: CompanyScope, which: { id: string; vendorId: string }): Promise<boolean>
  /** undefined = there is none, its time is over, or it was taken back. */
  open(token: string): Promise<PortalLink | undefined>
  noteSubmission(scope: CompanyScope, which: { id: string; submissionId: string }): Promise<void>
}
