export const messages = {
  approvers: 'Who approves',
  mode: 'How many must approve',
  any: 'One of them is enough',
  all: 'All of them',
  noteOnRejection: 'A note is required on rejection',
  final: 'This decision is final',
  finalHint: 'The form becomes "approved" or "rejected". Turn it off for an approval in between.',
}
