export const messages = {
  field: 'Field',
  chooseField: 'Choose the field',
  history: 'The timeline shows the old value and the new one.',
}
