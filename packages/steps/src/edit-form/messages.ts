export const messages = {
  assignees: 'Who changes it',
  mail: 'Ask by e-mail too',
  mailHint: 'With what they should do, and a link to the form.',
  instruction: 'What they should do',
  instructionHint: 'For example: "Add the delivery address, please."',
}
