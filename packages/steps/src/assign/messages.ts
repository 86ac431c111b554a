export const messages = {
  by: 'Who is responsible',
  byNames: 'People or roles chosen here',
  byField: 'Whoever a field of the form names',
  who: 'Responsible',
  field: 'Field',
  chooseField: 'Choose a field over people',
  noField: 'The form has no field over people yet: add one under Fields.',
  tell: 'Tell them',
  tellHint: 'They find it under their notifications.',
}
