export const messages = {
  recipients: 'Whom to tell',
  text: 'What they read',
  way: 'How',
  attachPdf: 'Attach the form as a PDF',
  attachPdfHint: 'As the form is when this step runs.',
  attached: 'Attached',
  ways: { app: 'In Fieldledger', mail: 'By e-mail', both: 'Both' },
  textHint: 'The form and its number are linked beneath.',
}
