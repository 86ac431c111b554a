export const messages = {
  what: 'What it sets',
  asLabel: 'A label of our own',
  asStatus: 'The document status',
  labelHint: 'Free text for your own order; it triggers nothing.',
  statusHint:
    'Moves the form itself. "Approved" is what automatic sending waits for. While another workflow asks people to approve the form, what they decide counts.',
  label: 'Label',
  status: 'Status',
  statuses: { approved: 'Approved', rejected: 'Rejected', closed: 'Closed' },
}
