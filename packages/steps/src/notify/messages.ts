export const messages = {
  recipients: 'Whom to tell',
  text: 'What they read',
  way: 'How',
  ways: { app: 'In Fieldledger', mail: 'By e-mail', both: 'Both' },
  textHint: 'The form and its number are linked beneath.',
}
