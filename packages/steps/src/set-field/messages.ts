export const messages = {
  field: 'Field',
  chooseField: 'Choose the field',
  before: (label: string) => `${label}, before`,
  history: 'The timeline shows the old value and the new one.',
}
