export const messages = {
  assignees: 'Who changes it',
  instruction: 'What they should do',
  instructionHint: 'For example: "Add the delivery address, please."',
}
