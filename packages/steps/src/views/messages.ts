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
  roles,
  recipients: {
    roles: 'roles',
    people: 'people',
    chooseRoles: 'Choose roles',
    choosePeople: 'Choose people',
    nobodyFound: 'Nobody of that name',
    submitter: 'Whoever submitted the form',
  },
  nothingToConfigure: 'This step has nothing to configure.',
}
