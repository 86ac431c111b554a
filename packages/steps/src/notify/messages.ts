export const messages = {
  recipients: 'Whom to tell',
  text: 'What they read',
  textHint: 'The form and its number are linked beneath.',
}
