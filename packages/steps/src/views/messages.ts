import type { Role } from '@fieldledger/workflow'

const roles: Record<Role, string> = {
  admin: 'Admins',
  bookkeeper: 'Bookkeepers',
  approver: 'Approvers',
  field: 'Field staff',
  viewer: 'Viewers',
  auditor: 'Auditors',
}

/** Words that several sliders use. */
export const messages = {
  clear: (label: string) => `Clear “${label}”`,
  roles,
  recipients: {
    roles: 'roles',
    people: 'people',
    chooseRoles: 'Choose roles',
    choosePeople: 'Choose people',
    nobodyFound: 'Nobody of that name',
    submitter: 'Whoever submitted the form',
  },
  statuses: {
    pending: 'Pending',
    'in-revision': 'In revision',
    approved: 'Approved',
    rejected: 'Rejected',
    cancelled: 'Cancelled',
    closed: 'Closed',
  },
  filter: {
    statuses: 'Document status',
    notYetIn: 'Not yet in',
    anywhere: 'In a ledger or not',
    atLeastDaysOld: 'At least days old',
    atMostDaysOld: 'At most days old',
    anyAge: 'Any age',
  },
  nothingToConfigure: 'This step has nothing to configure.',
}
